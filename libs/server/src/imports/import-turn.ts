import type { DataSource, EntityManager } from 'typeorm';
import { actAs, type Actor } from '../audit/actor';
import { inLongTransaction } from '../database/long-transaction';

/** Of all processes on one database, one at a time imports or undoes. */
const IMPORT_LOCK = 7_420_002;

/** Another import is at work, and the caller did not want to wait. */
export class ImportTurnTaken extends Error {}

/**
 * Runs `work` in one transaction, alone among imports. The lock belongs to the transaction, so it
 * goes with the connection: a process that dies holds up nobody.
 *
 * @param actor in whose name the records are changed
 * @param wait whether to wait for the turn; otherwise an import at work is an ImportTurnTaken
 */
export async function takeTurn<T>(
  dataSource: DataSource,
  actor: Actor,
  wait: boolean,
  work: (manager: EntityManager) => Promise<T>,
): Promise<T> {
  // The register of England takes longer than any request may, and so does waiting behind it.
  return inLongTransaction(dataSource, 'READ COMMITTED', async (manager) => {
    if (wait) await manager.query('SELECT pg_advisory_xact_lock($1)', [IMPORT_LOCK]);
    else {
      const [{ taken }]: [{ taken: boolean }] = await manager.query(
        'SELECT pg_try_advisory_xact_lock($1) AS taken',
        [IMPORT_LOCK],
      );
      if (!taken) throw new ImportTurnTaken('Another import is at work.');
    }
    await actAs(manager, actor);
    return work(manager);
  });
}
