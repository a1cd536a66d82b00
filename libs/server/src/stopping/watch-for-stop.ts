import type { DataSource, EntityManager } from 'typeorm';
import type { StoppableWork } from './stop-work';

const LOOK_EVERY_MS = 1_000;

/** Somebody stopped the work, or took it away, while it ran. */
export class WorkStopped extends Error {
  constructor() {
    super('The work was stopped.');
  }
}

/**
 * Runs `work`, looks once a second whether it has been stopped, and then ends what is at it: reading
 * and writing of files by the signal, and a statement in the middle of its run by PostgreSQL.
 *
 * @param manager of the transaction the work is done in
 * @throws WorkStopped when it was stopped, whatever it broke off with; else what it threw
 */
export async function untilStopped<T>(
  dataSource: DataSource,
  manager: EntityManager,
  { table, id }: { table: StoppableWork; id: string },
  work: (stopped: AbortSignal) => Promise<T>,
): Promise<T> {
  const [{ pid }]: [{ pid: number }] = await manager.query('SELECT pg_backend_pid() AS pid');
  const stopped = new AbortController();
  let looking: Promise<void> | undefined;
  const timer = setInterval(() => {
    looking ??= look().finally(() => (looking = undefined));
  }, LOOK_EVERY_MS);
  async function look(): Promise<void> {
    try {
      const [row]: { status: string }[] = await dataSource.query(
        `SELECT status FROM ${table} WHERE id = $1`,
        [id],
      );
      if (row?.status === 'running') return;
      clearInterval(timer);
      stopped.abort(new WorkStopped());
      await dataSource.query('SELECT pg_cancel_backend($1)', [pid]);
    } catch {
      // PostgreSQL is away: the work notices that by itself.
    }
  }
  try {
    return await work(stopped.signal);
  } catch (error) {
    // A statement that PostgreSQL ended for it is no fault.
    throw stopped.signal.aborted ? stopped.signal.reason : error;
  } finally {
    clearInterval(timer);
    // The connection may be another's afterwards, whose statement is not to be ended.
    await looking;
  }
}
