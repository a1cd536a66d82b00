import type { EntityManager } from 'typeorm';
import { ImportEntity, type ImportOptions, sql, statement } from '@tracker/data';
import { ImportConflict } from '../import-problem';

const OUTDATE_READING = statement(
  'imports.outdate-reading',
  (importId: string) => sql`
  UPDATE import_readings SET current = false WHERE import_id = ${importId}`,
);

const HAS_CURRENT_READING = statement(
  'imports.has-current-reading',
  (importId: string) => sql<{ current: boolean }>`
  SELECT coalesce(bool_or(current), false) AS current FROM import_readings
  WHERE import_id = ${importId}`,
);

async function locked(manager: EntityManager, importId: string): Promise<ImportEntity> {
  const record = await manager.findOneOrFail(ImportEntity, {
    where: { id: importId },
    lock: { mode: 'pessimistic_write' },
  });
  if (record.kind !== 'visits') {
    throw new ImportConflict('Only a file of visits is checked and then written.');
  }
  return record;
}

/** Whether rows and readings of an import can still be put right. @throws ImportConflict */
export async function requireChecked(
  manager: EntityManager,
  importId: string,
): Promise<ImportEntity> {
  const record = await locked(manager, importId);
  if (record.status === 'queued' || record.status === 'running') {
    throw new ImportConflict('The file is being read. Try again in a moment.');
  }
  if (!record.dryRun) throw new ImportConflict('This import is written. Undo it to change it.');
  return record;
}

/**
 * Queues the file to be read again by other options. Nudge `run-import` once the transaction has
 * committed.
 *
 * @throws ImportConflict when it is being read, or is written already
 */
export async function requestCheck(
  manager: EntityManager,
  importId: string,
  options: Pick<ImportOptions, 'sheets' | 'answers' | 'takeChanges'>,
): Promise<ImportEntity> {
  const record = await requireChecked(manager, importId);
  // A matching that came with the file is one of options, and those asked for now are complete:
  // what is not answered in them stays open.
  record.options = { ...options, answers: options.answers ?? {} };
  record.status = 'queued';
  record.message = null;
  await OUTDATE_READING.run(manager, importId);
  return manager.save(record);
}

/**
 * Queues what was checked to be written; asked again, it is the same import. Nudge `run-import` once
 * the transaction has committed.
 *
 * @throws ImportConflict when it was not checked, or is undone
 */
export async function requestRun(manager: EntityManager, importId: string): Promise<ImportEntity> {
  const record = await locked(manager, importId);
  if (!record.dryRun) {
    if (['queued', 'running', 'done'].includes(record.status)) return record;
    throw new ImportConflict('This import has failed or is undone. Send the file again.');
  }
  const { current } = await HAS_CURRENT_READING.one(manager, importId);
  if (record.status !== 'done' || !current) {
    throw new ImportConflict('The file has not been checked yet, or could not be read.');
  }
  record.dryRun = false;
  record.status = 'queued';
  record.message = null;
  return manager.save(record);
}
