import { createReadStream } from 'node:fs';
import { basename, resolve } from 'node:path';
import { IMPORT_KIND_LABELS, type ImportKind } from '@tracker/domain';
import {
  abandonImport,
  createImport,
  refreshPriorityScores,
  runImport,
  storeUpload,
} from '@tracker/work';
import { OperatorError, todayOf } from '@tracker/process';
import { runMigrations, type ImportEntity, withDatabase } from '@tracker/data';
import { withServices, type CommandServices } from '@tracker/embedded';
import { InvalidArgumentError, type Command } from 'commander';
import type { DataSource } from 'typeorm';
import { registerCalendarImports } from './import-calendar';
import { describeReading } from './describe-reading';
import { describeImport, firstRejections } from './import-summary';
import { requireFile } from './require-file';

interface Given {
  la?: string[];
  headerLine?: number;
  dryRun?: boolean;
  sheet?: string[];
  answer?: Record<string, string>;
  takeChanges?: boolean;
}

const KINDS: Record<ImportKind, string> = {
  schools:
    'Import schools from the DfE register: the full extract (edubasealldata) or the "state-funded school fields" file, CSV.',
  'school-links': 'Import who followed whom, from the links file of the DfE register, CSV.',
  'school-census': 'Import pupils and free school meals from the DfE school census, CSV.',
  visits: 'Import past visits from a list as a person keeps it, CSV or XLSX.',
  plans: 'Import music development plans from a list as a person keeps it, CSV or XLSX.',
};

/** `tracker import schools|school-links|school-census|visits|plans FILE`, and the calendar's files. */
export function registerImport(program: Command): void {
  const group = program
    .command('import')
    .helpCommand(false)
    .description('Import a file, as the website does; it can be undone there.');
  for (const [kind, description] of Object.entries(KINDS) as [ImportKind, string][]) {
    const command = group
      .command(kind)
      .description(description)
      .argument('<file>', 'the file to import')
      .option('--dry-run', 'check and count, and change nothing');
    if (kind === 'schools' || kind === 'school-census') {
      command.option(
        '--la <codes>',
        'local authorities to take, such as 919 or 919,926; all without it',
        readCodes,
      );
    }
    if (kind === 'visits') {
      command.option('--header-line <number>', 'line of the column names, 1 the first', readLine);
      command.option(
        '--sheet <name>',
        'read this sheet of the workbook; all that look like visits without it',
        (name: string, before: string[] = []) => [...before, name],
      );
      command.option(
        '--answer <question=answer>',
        'answer a question that an earlier run asked, such as held-0-4=yes_held',
        readAnswer,
      );
      command.option('--take-changes', 'let rows that differ from the record change it');
    }
    command.action((file: string, given: Given) => importFile(kind, file, given));
  }
  registerCalendarImports(group);
}

function readCodes(text: string, before: string[] = []): string[] {
  const codes = text.split(',').map((code) => code.trim());
  if (codes.every((code) => /^\d{1,3}$/.test(code))) return [...before, ...codes];
  throw new InvalidArgumentError('It is the code of a local authority, such as 919.');
}

function readAnswer(text: string, before: Record<string, string> = {}): Record<string, string> {
  const [, key, answer] = /^([a-z]+-\d+(?:-\d+)?)=([a-z_]+)$/.exec(text) ?? [];
  if (key !== undefined && answer !== undefined) return { ...before, [key]: answer };
  throw new InvalidArgumentError(
    'It is the key of a question and its answer, such as held-0-4=yes_held.',
  );
}

function readLine(text: string): number {
  if (/^[1-9]\d{0,7}$/.test(text)) return Number(text);
  throw new InvalidArgumentError('It is the number of a line, 1 the first.');
}

async function importFile(kind: ImportKind, file: string, given: Given): Promise<void> {
  // Before any server is started for it.
  requireFile(file);
  await withServices((services) =>
    withDatabase(services.databaseUrl, async (dataSource) => {
      await runMigrations(dataSource);
      const done = await run(dataSource, services, kind, file, given);
      if (done.status === 'failed') throw new OperatorError(done.message ?? 'The import failed.');
      console.log(describeImport(done, IMPORT_KIND_LABELS[kind]));
      for (const line of await firstRejections(dataSource, done)) console.log(line);
      if (kind === 'visits') {
        for (const line of await describeReading(dataSource, done.id)) console.log(line);
      }
      if (!done.dryRun) await refreshPriorityScores(dataSource, todayOf(services));
    }),
  );
}

async function run(
  dataSource: DataSource,
  services: CommandServices,
  kind: ImportKind,
  file: string,
  { la, headerLine, dryRun, sheet, answer, takeChanges }: Given,
): Promise<ImportEntity> {
  const { dataDir } = services;
  const options = {
    ...(la && { laCodes: la }),
    ...(headerLine && { headerLine }),
    ...(sheet && { sheetNames: sheet }),
    ...(answer && { answers: answer }),
    ...(takeChanges && { takeChanges }),
  };
  const queued = dataSource.transaction(async (manager) => {
    const storedAs = await storeUpload(manager, createReadStream(file));
    return createImport(manager, { kind, storedAs, dryRun, fileName: basename(file), options });
  });
  const { id } = await queued.catch(unreadable(file));
  // Otherwise a worker would take up and finish what somebody has just stopped.
  const stop = (): void => void abandonImport(dataSource, id).finally(() => process.exit(130));
  process.once('SIGINT', stop);
  try {
    const onProgress = (percent: number): void => console.error(`${percent} % ...`);
    return await runImport(dataSource, id, { dataDir, today: todayOf(services), onProgress });
  } finally {
    process.off('SIGINT', stop);
  }
}

const unreadable = (file: string) => (error: unknown) => {
  const { code } = error as NodeJS.ErrnoException;
  if (code === 'EACCES' || code === 'EPERM') {
    throw new OperatorError(`${resolve(file)} cannot be read.`);
  }
  throw error;
};
