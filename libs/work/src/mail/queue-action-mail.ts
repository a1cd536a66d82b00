import { type Day, formatDay, writeOut } from '@tracker/domain';
import type { EntityManager } from 'typeorm';
import { getHubSettings, sql, statement } from '@tracker/data';
import { queueStaffMail } from './queue-staff-mail';
import { wordingOf } from './queue-visit-mail';

/** An action as it is now, and whose it was. */
export interface ActionHandedOver {
  id: string;
  version: number;
  title: string;
  schoolId: string;
  ownerId: string | null;
  dueOn: Day | null;
}

const NAMES = statement(
  'mail.names-of-action',
  (ownerId: string, byId: string, schoolId: string) => sql<{
    name: string;
    by: string;
    school: string;
  }>`
  SELECT o.name, b.name AS by, s.name AS school FROM users o, users b, schools s
  WHERE o.id = ${ownerId} AND b.id = ${byId} AND s.id = ${schoolId}`,
);

/**
 * Tells the new owner of an action; nobody when it has none, stays with its owner, or was taken by
 * whoever changed it. Call it in the transaction of the change, after the action was saved.
 *
 * @param ownerBefore null: nobody's, or a new action
 * @param byId who changed it
 */
export async function queueActionMail(
  manager: EntityManager,
  action: ActionHandedOver,
  { ownerBefore, byId }: { ownerBefore: string | null; byId: string },
): Promise<void> {
  const { id, version, ownerId, schoolId, title, dueOn } = action;
  if (ownerId === null || ownerId === ownerBefore || ownerId === byId) return;
  const names = await NAMES.row(manager, ownerId, byId, schoolId);
  if (!names) return;
  const { hubName: hub } = await getHubSettings(manager);
  const values = {
    ...names,
    hub,
    action: title,
    due: dueOn === null ? 'no day set' : formatDay(dueOn),
  };
  await queueStaffMail(manager, {
    userId: ownerId,
    kind: 'action_assigned',
    dedupeKey: `action:${id}:${version}:${ownerId}`,
    ...writeOut(await wordingOf(manager, 'action_assigned'), values),
    schoolId,
  });
}
