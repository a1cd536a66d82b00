import type { ImportKind } from '@tracker/domain';
import type { EntityManager } from 'typeorm';
import { ImportEntity, type ImportOptions } from '@tracker/data';
import { ImportConflict } from './import-problem';
import { requestRun } from './visits/request-visits';

export interface NewImport {
  kind: ImportKind;
  /** As the person's computer calls it; shown, never used as a path. */
  fileName: string;
  /** Name of the stored file, from `storeUpload`. */
  storedAs: string;
  dryRun?: boolean;
  options?: ImportOptions;
  requestedById?: string | null;
}

const LONGEST_NAME = 200;

/** A file's name without folders and control characters, as it is shown. */
export function shownFileName(name: string): string {
  const last = name.split(/[\\/]/).pop() ?? '';
  // eslint-disable-next-line no-control-regex
  const tidy = last.replace(/[\u0000-\u001f\u007f]/g, '').trim();
  return tidy.slice(0, LONGEST_NAME) || 'file';
}

/** Queues a stored file. Nudge `run-import` once the transaction has committed. */
export async function createImport(
  manager: EntityManager,
  { kind, fileName, storedAs, dryRun = false, options = {}, requestedById = null }: NewImport,
): Promise<ImportEntity> {
  const record = manager.create(ImportEntity, {
    kind,
    fileName: shownFileName(fileName),
    storedAs,
    dryRun,
    options,
    requestedById,
  });
  return manager.save(record);
}

/**
 * Queues the file of a finished dry run again, for real this time.
 *
 * @throws ImportConflict when the import is no dry run, or one that is not done
 */
export async function applyDryRun(
  manager: EntityManager,
  importId: string,
  requestedById: string | null,
): Promise<ImportEntity> {
  const dryRun = await manager.findOneByOrFail(ImportEntity, { id: importId });
  if (!dryRun.dryRun)
    throw new ImportConflict('Only a dry run can be applied; this import was for real.');
  if (dryRun.status !== 'done') {
    throw new ImportConflict('Only a dry run that has finished without failing can be applied.');
  }
  // A file of visits was put right row by row; it is that import itself which is written.
  if (dryRun.kind === 'visits') return requestRun(manager, importId);
  const { kind, fileName, storedAs, options } = dryRun;
  const { laCodes } = options;
  return createImport(manager, {
    ...{ kind, fileName, storedAs, requestedById },
    options: laCodes ? { laCodes } : {},
  });
}
