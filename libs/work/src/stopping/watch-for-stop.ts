import type { DataSource, EntityManager } from 'typeorm';
import { raw, sql, statement } from '@tracker/data';
import type { StoppableWork } from './stop-work';

const LOOK_EVERY_MS = 1_000;

const OWN_PID = statement(
  'stopping.own-pid',
  () => sql<{ pid: number }>`SELECT pg_backend_pid() AS pid`,
);

const STATUS = statement(
  'stopping.status',
  (table: StoppableWork, id: string) => sql<{ status: string }>`
  SELECT status FROM ${raw(table)} WHERE id = ${id}`,
  ['imports', ''],
);

const CANCEL = statement('stopping.cancel', (pid: number) => sql`SELECT pg_cancel_backend(${pid})`);

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
  const [{ pid }] = (await OWN_PID.rows(manager)) as [{ pid: number }];
  const stopped = new AbortController();
  let looking: Promise<void> | undefined;
  const timer = setInterval(() => {
    looking ??= look().finally(() => (looking = undefined));
  }, LOOK_EVERY_MS);
  async function look(): Promise<void> {
    try {
      const row = await STATUS.row(dataSource, table, id);
      if (row?.status === 'running') return;
      clearInterval(timer);
      stopped.abort(new WorkStopped());
      await CANCEL.run(dataSource, pid);
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
