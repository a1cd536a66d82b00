import type { EntityManager } from 'typeorm';
import { stopWork } from '../stopping';
import { unmarkStale } from '@tracker/data';

/**
 * Gives up a refresh that has not finished. What is being ranked at this moment is ranked whole;
 * schools at which something changed still are, as the queue would be wrong otherwise.
 *
 * @param by the name of the person
 * @throws WorkEnded when it has finished
 */
export async function stopRefresh(
  manager: EntityManager,
  refreshId: string,
  by: string,
): Promise<void> {
  await stopWork(manager, 'priority_refreshes', refreshId, by);
  await unmarkStale(manager, refreshId);
}
