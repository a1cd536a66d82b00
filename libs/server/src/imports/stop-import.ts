import type { DataSource, EntityManager } from 'typeorm';
import { ImportConflict } from './import-problem';

const STOP = `
  UPDATE imports SET status = 'failed', message = $2, finished_at = now(),
    version = version + 1, updated_at = now()
  WHERE id = $1 AND status IN ('queued', 'running') RETURNING id`;

const STANDING = 'SELECT status FROM imports WHERE id = $1';

const LOOK_EVERY_MS = 1_000;

/**
 * Gives up an import that has not finished. Whoever runs it notices within a second, and what it has
 * written goes back with its transaction.
 *
 * @param by the name of the person; who began it on a command line needs none
 * @throws ImportConflict when it has finished
 */
export async function stopImport(
  manager: EntityManager,
  importId: string,
  by?: string,
): Promise<void> {
  const who = by === undefined ? 'It was stopped' : `${by} stopped it`;
  const sentence = `${who} before it had finished; nothing was changed.`;
  const [stopped]: [unknown[], number] = await manager.query(STOP, [importId, sentence]);
  if (stopped.length === 0) {
    throw new ImportConflict('This import is not under way any more, so it cannot be stopped.');
  }
}

/** An import was stopped while it ran. */
export class ImportStopped extends Error {}

/**
 * Looks once a second whether a running import has been stopped, and then ends what is at work: the
 * reading of its file by the signal, and a statement in the middle of its run by PostgreSQL.
 */
export async function watchForStop(
  dataSource: DataSource,
  manager: EntityManager,
  importId: string,
): Promise<{ signal: AbortSignal; end: () => void }> {
  const [{ pid }]: [{ pid: number }] = await manager.query('SELECT pg_backend_pid() AS pid');
  const stopped = new AbortController();
  const timer = setInterval(() => void look(), LOOK_EVERY_MS);
  const end = () => clearInterval(timer);
  async function look(): Promise<void> {
    try {
      const [row]: { status: string }[] = await dataSource.query(STANDING, [importId]);
      if (row?.status === 'running' || stopped.signal.aborted) return;
      end();
      stopped.abort(new ImportStopped('The import was stopped.'));
      await dataSource.query('SELECT pg_cancel_backend($1)', [pid]);
    } catch {
      // PostgreSQL is away: the import notices that by itself.
    }
  }
  return { signal: stopped.signal, end };
}
