import { readFileSync } from 'node:fs';
import { basename, resolve } from 'node:path';
import {
  CalendarFileError,
  importCalendar,
  readCalendarFile,
  type ImportedYear,
} from '@tracker/work';
import { OperatorError } from '@tracker/process';
import { runMigrations, withDatabase } from '@tracker/data';
import { withServices } from '@tracker/embedded';
import { TERM_ROWS_FORMAT, type CalendarFileKind } from '@tracker/domain';
import type { Command } from 'commander';
import { requireFile } from './require-file';

const KINDS: Record<CalendarFileKind, { label: string; description: string }> = {
  'term-dates': {
    label: 'Term dates',
    description: `Import the term dates of one or more academic years. ${TERM_ROWS_FORMAT} JSON is taken too.`,
  },
  'bank-holidays': {
    label: 'Bank holidays',
    description: 'Import bank holidays, JSON; the file of gov.uk/bank-holidays.json will do.',
  },
};

/** `tracker import term-dates|bank-holidays FILE`. */
export function registerCalendarImports(group: Command): void {
  for (const [kind, { description }] of Object.entries(KINDS) as [CalendarFileKind, KindWords][]) {
    group
      .command(kind)
      .description(description)
      .argument('<file>', 'the file to import')
      .option('--dry-run', 'say what would change, and change nothing')
      .action((file: string, { dryRun }: { dryRun?: boolean }) => importFile(kind, file, dryRun));
  }
}

type KindWords = (typeof KINDS)[CalendarFileKind];

async function importFile(kind: CalendarFileKind, file: string, dryRun = false): Promise<void> {
  // Before any server is started for it.
  requireFile(file);
  const content = readFileSync(file, 'utf8');
  const years = await withServices(({ databaseUrl }) =>
    withDatabase(databaseUrl, async (dataSource) => {
      await runMigrations(dataSource);
      const reading = await readCalendarFile(kind, content);
      return dataSource.transaction((manager) => importCalendar(manager, reading, dryRun));
    }),
  ).catch((error: unknown) => {
    throw error instanceof CalendarFileError ? refused(file, error) : error;
  });
  console.log(describe(KINDS[kind].label, basename(file), years, dryRun));
}

function refused(file: string, { faults }: CalendarFileError): OperatorError {
  const lines = faults.map(({ message }) => `  ${message}`);
  return new OperatorError(
    [`${resolve(file)} cannot be imported. Nothing was changed.`, ...lines].join('\n'),
  );
}

const CHANGES = { new: 'new', changed: 'replaces what was there', same: 'as it was already' };

function describe(label: string, file: string, years: ImportedYear[], dryRun: boolean): string {
  const lines = years.map(({ year, words, change }) => `  ${year}: ${words} (${CHANGES[change]})`);
  if (dryRun) lines.push('This was a dry run: nothing was changed.');
  return [`${label} from ${file}:`, ...lines].join('\n');
}
