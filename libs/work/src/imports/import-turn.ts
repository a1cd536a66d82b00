import type { DataSource, EntityManager } from 'typeorm';
import { actAs, type Actor, takeLock, tryLock, inLongTransaction } from '@tracker/data';

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
    if (wait) await takeLock(manager, 'import');
    else if (!(await tryLock(manager, 'import'))) {
      throw new ImportTurnTaken('Another import is at work.');
    }
    await actAs(manager, actor);
    return work(manager);
  });
}
