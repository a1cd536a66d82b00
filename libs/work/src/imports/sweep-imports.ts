import type { ImportStatus } from '@tracker/domain';
import type { DataSource } from 'typeorm';
import { sql, statement } from '@tracker/data';
import { ImportTurnTaken } from './import-turn';
import { runImport, type ImportOptionsOfRun } from './run-import';
import { undoImport } from './undo-import';
import { pruneUploads } from './uploads';

const WAITING = statement(
  'imports.waiting',
  (seen: readonly string[]) => sql<{ id: string; status: ImportStatus }>`
  SELECT id, status FROM imports
  WHERE status IN ('queued', 'running', 'undoing') AND NOT id = ANY(${seen}::uuid[])
  ORDER BY created_at, id LIMIT 1`,
);

/**
 * Does what waits in `imports`, oldest first: queued ones, ones to be undone, and `running` ones
 * whose process died. The table is the truth, so this is right to call after every nudge and every
 * minute besides. While another process is at it this one leaves it to that one, which looks again
 * after each import. Files that no import needs any more are taken away.
 *
 * @returns how many were dealt with
 * @throws the first error that is not the file's, after the rest was done
 */
export async function sweepImports(
  dataSource: DataSource,
  options: Omit<ImportOptionsOfRun, 'wait' | 'onProgress'>,
): Promise<number> {
  const seen: string[] = [];
  let fault: unknown;
  for (;;) {
    const next = await WAITING.row(dataSource, seen);
    if (!next) break;
    seen.push(next.id);
    try {
      if (next.status === 'undoing') await undoImport(dataSource, next.id, { wait: false });
      else await runImport(dataSource, next.id, { ...options, wait: false });
    } catch (error) {
      if (error instanceof ImportTurnTaken) return seen.length - 1;
      fault ??= error;
    }
  }
  await pruneUploads(dataSource, options.dataDir);
  if (fault !== undefined) throw fault;
  return seen.length;
}
