import type { FileChoices, RowDecision } from '@tracker/domain';
import type { EntityManager } from 'typeorm';
import { type ImportEntity, type ImportOptions, rowsOf, sql } from '@tracker/data';
import { ImportProblem } from '../import-problem';
import type { ImportSteps, ImportWork } from '../import-work';
import { visitFilePieces } from '../read-outside';
import { answersBefore } from './carry-questions';
import { openCarrying } from './carry-over';
import { judgeRows } from './judge-rows';
import { currentReading, keepReading, UnreadableVisits, type StoredReading } from './keep-reading';
import { openSettling, openStaging, type SettleRow } from './stage-rows';
import { unitedHeader } from './united-header';
import {
  CHANGE_OUTCOMES,
  CHANGE_VISITS,
  COMPLETE_VISITS,
  COUNT_ROWS,
  DECISIONS_ON_ROWS,
  DROP_ROWS,
  FIND_WRITTEN,
  HOLD_VISITS,
  INSERT_OUTCOMES,
  INSERT_VISITS,
  KEEP_BEFORE,
  NAME_VISITS,
  RECORD_CHANGED,
  RECORD_CHANGES,
  RECORD_EVENTS,
} from './visits-import.queries';

/** A file with more days than this is not a list of visits. */
const MOST_ROWS = 100_000;

/** How the file is to be read. A matching without a sheet is that of the first one suggested. */
export function choicesOf({
  sheets,
  sheetNames,
  answers,
  mapping,
  headerLine,
}: ImportOptions): FileChoices {
  const only = mapping ?? headerLine;
  return {
    ...(answers && { answers }),
    ...(sheets && { sheets }),
    ...(sheetNames && { names: sheetNames }),
    ...(!sheets && only !== undefined && { first: { mapping, headerLine } }),
  };
}

async function decisionsOf(
  manager: EntityManager,
  importId: string,
): Promise<Map<string, RowDecision>> {
  const rows = await DECISIONS_ON_ROWS.rows(manager, importId);
  return new Map(rows.map(({ rowKey, decision }) => [rowKey, decision]));
}

/** Reads the file into `import_rows`. @throws UnreadableVisits */
async function readOnce(
  { manager, record, today, path, onRead, stopped }: ImportWork,
  notice?: string,
): Promise<StoredReading> {
  await DROP_ROWS.run(manager, record.id);
  const decisions = await decisionsOf(manager, record.id);
  const carrying = await openCarrying(manager, record.id);
  const staging = openStaging(manager, record.id);
  let reading: StoredReading | null = null;
  let settle: SettleRow | null = null;
  let position = 0;
  const pieces = visitFilePieces({ path, choices: choicesOf(record.options), today }, stopped);
  for await (const piece of pieces) {
    if ('reading' in piece) {
      ({ reading } = piece);
      if (reading.problem !== null) throw new UnreadableVisits(reading);
      settle = await openSettling(manager, today, reading.sheets);
      continue;
    }
    if (!settle) throw new Error('The rows of a file came before how it was read.');
    position += 1;
    if (position > MOST_ROWS) {
      throw new ImportProblem('The file has more than 100,000 days. Send it in parts.');
    }
    const { key, sheetIndex, line, column, cells, dayAsWritten, faults } = piece.row;
    const row = {
      rowKey: key,
      position,
      sheetIndex,
      line,
      columnName: column,
      cells,
      dayAsWritten,
    };
    const said = { said: piece.row.visit, faults, dayInFile: piece.row.visitedOn };
    const decision = decisions.get(key);
    if (!decision) carrying.look({ ...row, ...said });
    await staging.add(settle({ ...row, ...said }, decision ?? {}));
    if (position % 500 === 0) onRead(Math.min(0.9, position / 20_000));
  }
  await staging.flush();
  for (const { row, decision } of await carrying.keep()) {
    if (settle) await staging.add(settle(row, decision));
  }
  await staging.flush();
  if (!reading) throw new Error('Nothing was said about how the file was read.');
  if (notice !== undefined) reading = { ...reading, notices: [notice, ...reading.notices] };
  await keepReading(manager, record.id, reading, true);
  return reading;
}

/**
 * Reads the file, and once more where questions about it were answered when it was sent before. Who
 * has answered any is not answered for.
 */
async function readFile(work: ImportWork): Promise<StoredReading> {
  const reading = await readOnce(work);
  const { manager, record } = work;
  if (record.options.answers) return reading;
  const open = reading.questions.filter(({ answer }) => answer === null);
  const answers = await answersBefore(manager, record.id, open);
  const known = Object.keys(answers).length;
  if (known === 0) return reading;
  record.options = { ...record.options, answers };
  const what =
    known === 1
      ? 'A question about it has the answer that it had then'
      : 'Questions about it have the answers that they had then';
  return readOnce(work, `Most of this file was imported before. ${what}.`);
}

/** What was checked is what is written; where the record has changed meanwhile, nothing is. */
async function stopIfChanged(manager: EntityManager, record: ImportEntity, changed: number) {
  if (changed === 0) return;
  const rows = changed === 1 ? '1 row' : `${changed} rows`;
  const message = `The record has changed since the file was checked, so nothing was written: ${rows} would now come out otherwise. Look through them and run the import again.`;
  await RECORD_CHANGED.run(manager, record.id, message);
  record.dryRun = true;
}

/**
 * Past visits from a list as a person keeps it. The file is read into `import_rows`, each row is
 * compared with what is on record, and what comes of it is written: visits, visits completed,
 * corrections that were taken. An import that was checked and put right is not read again.
 */
export const visitsImport: ImportSteps = {
  async stage(work) {
    const { manager, record } = work;
    const checked = record.dryRun ? null : await currentReading(manager, record.id);
    const reading = checked ?? (await readFile(work));
    work.header = unitedHeader(reading.sheets);
    await rowsOf(manager, sql`ANALYZE import_rows`);
    if (checked) await HOLD_VISITS.run(manager, record.id);
    const { takeChanges = false } = record.options;
    const changed = await judgeRows(manager, record.id, { takeChanges });
    if (checked) await stopIfChanged(manager, record, changed);
    for (const { passedOver } of reading.sheets) {
      for (const { count } of passedOver) work.skipped += count;
    }
  },

  async apply({ manager, record, skipped }) {
    const counted = await COUNT_ROWS.one(manager, record.id);
    const counts = { ...counted, skipped: (counted.skipped ?? 0) + skipped };
    if (record.dryRun || counts.created + counts.updated === 0) return counts;
    const file = { by: record.requestedById, fileName: record.fileName };
    await FIND_WRITTEN.run(manager, record.id, record.fileName);
    await KEEP_BEFORE.run(manager);
    await INSERT_VISITS.run(manager);
    await NAME_VISITS.run(manager, record.id);
    await COMPLETE_VISITS.run(manager);
    await CHANGE_VISITS.run(manager);
    await INSERT_OUTCOMES.run(manager, record.requestedById);
    await CHANGE_OUTCOMES.run(manager, file);
    await RECORD_EVENTS.run(manager, file);
    await RECORD_CHANGES.run(manager, record.id);
    return counts;
  },
};
