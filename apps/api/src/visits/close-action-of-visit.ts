import { closingAfter, isActionOpen } from '@tracker/domain';
import { FollowUpActionEntity } from '@tracker/data';
import type { EntityManager } from 'typeorm';

/**
 * An action that became a visit is done when that visit has taken place; one closed before stays as it
 * is. Call it in the transaction that completes the visit.
 */
export async function closeActionOfVisit(
  manager: EntityManager,
  visitId: string,
  userId: string,
): Promise<void> {
  const action = await manager.findOne(FollowUpActionEntity, {
    where: { becameVisitId: visitId },
    lock: { mode: 'pessimistic_write' },
  });
  if (!action || !isActionOpen(action.status)) return;
  Object.assign(action, closingAfter(action, 'done', { at: new Date(), userId }));
  action.status = 'done';
  await manager.save(FollowUpActionEntity, action);
}
