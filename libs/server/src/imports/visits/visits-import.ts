import type { FileChoices, RowDecision } from '@tracker/domain';
import type { EntityManager } from 'typeorm';
import type { ImportEntity, ImportOptions } from '../../database';
import { markStale } from '../../scoring';
import { ImportProblem } from '../import-problem';
import type { ImportCounts, ImportSteps, ImportWork } from '../import-work';
import { visitFilePieces } from '../read-outside';
import { judgeRows } from './judge-rows';
import { currentReading, keepReading, UnreadableVisits, type StoredReading } from './keep-reading';
import { openSettling, openStaging, type SettleRow } from './stage-rows';
import { unitedHeader } from './united-header';
import {
  CHANGE_OUTCOMES,
  CHANGE_VISITS,
  COMPLETE_VISITS,
  COUNT_ROWS,
  FIND_WRITTEN,
  INSERT_OUTCOMES,
  INSERT_VISITS,
  KEEP_BEFORE,
  RECORD_CHANGES,
  RECORD_EVENTS,
  TOUCHED_SCHOOLS,
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
  const rows: { rowKey: string; decision: RowDecision }[] = await manager.query(
    'SELECT row_key AS "rowKey", decision FROM import_row_decisions WHERE import_id = $1',
    [importId],
  );
  return new Map(rows.map(({ rowKey, decision }) => [rowKey, decision]));
}

/** Reads the file into `import_rows`. @throws UnreadableVisits */
async function readFile({
  manager,
  record,
  today,
  path,
  onRead,
  stopped,
}: ImportWork): Promise<StoredReading> {
  await manager.query('DELETE FROM import_rows WHERE import_id = $1', [record.id]);
  const decisions = await decisionsOf(manager, record.id);
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
    await staging.add(settle({ ...row, ...said }, decisions.get(key) ?? {}));
    if (position % 500 === 0) onRead(Math.min(0.9, position / 20_000));
  }
  await staging.flush();
  if (!reading) throw new Error('Nothing was said about how the file was read.');
  await keepReading(manager, record.id, reading, true);
  return reading;
}

const RECORD_CHANGED = `
  UPDATE imports SET dry_run = true, message = $2 WHERE id = $1`;

const HOLD_VISITS = `
  SELECT FROM visits WHERE id IN (
    SELECT visit_id FROM import_rows WHERE import_id = $1 AND outcome IN ('changed', 'completes')
  ) ORDER BY id FOR UPDATE`;

/** What was checked is what is written; where the record has changed meanwhile, nothing is. */
async function stopIfChanged(manager: EntityManager, record: ImportEntity, changed: number) {
  if (changed === 0) return;
  const rows = changed === 1 ? '1 row' : `${changed} rows`;
  const message = `The record has changed since the file was checked, so nothing was written: ${rows} would now come out otherwise. Look through them and run the import again.`;
  await manager.query(RECORD_CHANGED, [record.id, message]);
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
    await manager.query('ANALYZE import_rows');
    if (checked) await manager.query(HOLD_VISITS, [record.id]);
    const { takeChanges = false } = record.options;
    const changed = await judgeRows(manager, record.id, { takeChanges });
    if (checked) await stopIfChanged(manager, record, changed);
    for (const { passedOver } of reading.sheets) {
      for (const { count } of passedOver) work.skipped += count;
    }
  },

  async apply({ manager, record, skipped }) {
    const [counted]: [ImportCounts] = await manager.query(COUNT_ROWS, [record.id]);
    const counts = { ...counted, skipped: (counted.skipped ?? 0) + skipped };
    if (record.dryRun || counts.created + counts.updated === 0) return counts;
    const by = [record.requestedById, record.fileName];
    await manager.query(FIND_WRITTEN, [record.id, record.fileName]);
    await manager.query(KEEP_BEFORE);
    await manager.query(INSERT_VISITS);
    await manager.query(COMPLETE_VISITS);
    await manager.query(CHANGE_VISITS);
    await manager.query(INSERT_OUTCOMES, [record.requestedById]);
    await manager.query(CHANGE_OUTCOMES, by);
    await manager.query(RECORD_EVENTS, by);
    await manager.query(RECORD_CHANGES, [record.id]);
    const schools: { id: string }[] = await manager.query(TOUCHED_SCHOOLS);
    await markStale(
      manager,
      schools.map(({ id }) => id),
    );
    return counts;
  },
};
