import type { DataSource, EntityManager } from 'typeorm';
import { codeOf, outageOf } from './outage';

/** PostgreSQL went away in the middle; nothing of the transaction is left. */
export class ConnectionLost extends Error {}

/**
 * Runs `work` in one transaction that may take longer than any request may, and wait as long.
 *
 * @param isolation `REPEATABLE READ` to see everything as it is at one moment
 * @throws ConnectionLost when PostgreSQL went away; else what `work` threw
 */
export async function inLongTransaction<T>(
  dataSource: DataSource,
  isolation: 'READ COMMITTED' | 'REPEATABLE READ',
  work: (manager: EntityManager) => Promise<T>,
): Promise<T> {
  const runner = dataSource.createQueryRunner();
  try {
    await runner.startTransaction(isolation);
    await runner.query(
      `SELECT set_config('statement_timeout', '0', true),
        set_config('idle_in_transaction_session_timeout', '600000', true)`,
    );
    const result = await work(runner.manager);
    await runner.commitTransaction();
    return result;
  } catch (error) {
    // A connection that is gone shows in a dozen ways, but one that is there can always roll back.
    await runner.rollbackTransaction().catch(() => {
      throw new ConnectionLost('The connection was lost.', { cause: error });
    });
    throw error;
  } finally {
    await runner.release().catch(() => undefined);
  }
}

/** Serialization, a deadlock, a lock not had in time. */
const PASSING_CODES = /^(40001|40P01|55P03)$/;

/**
 * Whether a fault lies with the moment (PostgreSQL restarting, a deadlock) and not with the work:
 * the work then stays as it is and is taken up again.
 */
export function isPassing(error: unknown): boolean {
  if (error instanceof ConnectionLost) return true;
  if (!(error instanceof Error)) return false;
  const outage = outageOf(error);
  // What takes too long once takes too long again.
  return outage === null ? PASSING_CODES.test(codeOf(error)) : outage !== 'slow';
}
