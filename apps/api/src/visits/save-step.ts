import { sql, statement, type VisitEntity, visitEventOf, type VisitHappening } from '@tracker/data';
import type { EntityManager } from 'typeorm';

/** What a step in the life of a visit may change of it. */
type ChangedByStep =
  | 'status'
  | 'scheduledOn'
  | 'startTime'
  | 'visitorId'
  | 'visitedOn'
  | 'cancelledBy'
  | 'cancelReason'
  | 'notHeldReason';

/** A visit taken for a step: all else of it stays. */
export type VisitInStep = Readonly<Omit<VisitEntity, ChangedByStep>> &
  Pick<VisitEntity, ChangedByStep>;

type Event = ReturnType<typeof visitEventOf>;

const SAVE_STEP = statement(
  'visits.save-step',
  (visit: VisitInStep, event: Event) => sql`
  WITH saved AS (
    UPDATE visits SET status = ${visit.status}, scheduled_on = ${visit.scheduledOn},
      start_time = ${visit.startTime}, visitor_id = ${visit.visitorId},
      visited_on = ${visit.visitedOn}, cancelled_by = ${visit.cancelledBy},
      cancel_reason = ${visit.cancelReason}, not_held_reason = ${visit.notHeldReason},
      version = version + 1, updated_at = now()
    WHERE id = ${visit.id} RETURNING id
  )
  INSERT INTO visit_events (visit_id, kind, by_id, why, cancelled_by, scheduled_on_before,
    scheduled_on, start_time_before, start_time, visitor_id_before, visitor_id,
    school_id_before, school_id, overrode)
  SELECT id, ${event.kind}::text, ${event.byId}::uuid, ${event.why}::text,
    ${event.cancelledBy}::text, ${event.scheduledOnBefore}::date, ${event.scheduledOn}::date,
    ${event.startTimeBefore}::text, ${event.startTime}::text, ${event.visitorIdBefore}::uuid,
    ${event.visitorId}::uuid, ${event.schoolIdBefore}::uuid, ${event.schoolId}::uuid,
    ${event.overrode}::text[]
  FROM saved`,
  [{} as VisitInStep, {} as Event],
);

/** Saves a visit whose row the caller has locked, and its place in the visit's history with it. */
export async function saveStep(
  manager: EntityManager,
  visit: VisitInStep,
  happening: VisitHappening,
): Promise<void> {
  await SAVE_STEP.run(manager, visit, visitEventOf(visit, happening));
}
