import { openAction, sql, statement } from '@tracker/data';
import type { EntityManager } from 'typeorm';

const DROP_OPEN = statement(
  'visits.drop-open-actions',
  (visitId: string, at: Date, userId: string) => sql`
  UPDATE follow_up_actions a SET status = 'dropped', closed_at = ${at}, closed_by_id = ${userId},
    version = version + 1, updated_at = now()
  WHERE a.visit_id = ${visitId} AND ${openAction()}`,
);

// The very instant tells them from those that somebody dropped before or since.
const OPEN_AGAIN = statement(
  'visits.reopen-dropped-actions',
  (visitId: string, at: Date) => sql`
  UPDATE follow_up_actions SET closed_at = NULL, closed_by_id = NULL,
    status = CASE WHEN became_visit_id IS NULL THEN 'open' ELSE 'in_progress' END,
    version = version + 1, updated_at = now()
  WHERE visit_id = ${visitId} AND status = 'dropped' AND closed_at = ${at}`,
);

const NOT_DONE_BY_IT = statement(
  'visits.reopen-action-of-visit',
  (visitId: string) => sql`
  UPDATE follow_up_actions SET status = 'in_progress', closed_at = NULL, closed_by_id = NULL,
    version = version + 1, updated_at = now()
  WHERE became_visit_id = ${visitId} AND status = 'done'`,
);

/** Drops what was agreed at a visit and is still open. @param at the instant at which it became void */
export async function dropOpenActions(
  manager: EntityManager,
  visitId: string,
  { at, userId }: { at: Date; userId: string },
): Promise<void> {
  await DROP_OPEN.run(manager, visitId, at, userId);
}

/** Takes that back. @param at the instant at which the visit became void */
export async function reopenDroppedActions(
  manager: EntityManager,
  visitId: string,
  at: Date,
): Promise<void> {
  await OPEN_AGAIN.run(manager, visitId, at);
}

/** The action that became this visit is not done by it, if the visit was a mistake. */
export async function reopenActionOfVisit(manager: EntityManager, visitId: string): Promise<void> {
  await NOT_DONE_BY_IT.run(manager, visitId);
}
