import type { VisitEventKind, VisitWarningKey } from '@tracker/domain';
import type { EntityManager } from 'typeorm';
import { type VisitEntity, VisitEventEntity } from '../database';

/** Where and when a visit was to take place, and who was to go. */
export type VisitPlan = Pick<VisitEntity, 'schoolId' | 'scheduledOn' | 'startTime' | 'visitorId'>;

export interface VisitHappening {
  kind: VisitEventKind;
  /** Who did it; null for the tracker itself. */
  byId: string | null;
  why?: string | null;
  cancelledBy?: 'school' | 'hub' | null;
  /** The plan before the change, where the change is one of the plan. */
  before?: VisitPlan | null;
  overrode?: readonly VisitWarningKey[];
  /** The first event of a visit, in the transaction that creates it. */
  created?: boolean;
}

/**
 * An event as it stands in the history.
 *
 * @param visit as it is after the change
 */
export function visitEventOf(
  visit: VisitPlan,
  { kind, byId, why, cancelledBy, before, overrode }: VisitHappening,
): Omit<VisitEventEntity, 'id' | 'visitId' | 'at'> {
  const { schoolId, scheduledOn, startTime, visitorId } = visit;
  return {
    ...{ kind, byId, scheduledOn, startTime, visitorId },
    why: why?.trim() || null,
    cancelledBy: cancelledBy ?? null,
    scheduledOnBefore: before?.scheduledOn ?? null,
    startTimeBefore: before?.startTime ?? null,
    visitorIdBefore: before?.visitorId ?? null,
    ...(before && before.schoolId !== schoolId
      ? { schoolIdBefore: before.schoolId, schoolId }
      : { schoolIdBefore: null, schoolId: null }),
    overrode: [...(overrode ?? [])],
  };
}

/**
 * Adds to a visit's history, in the transaction that changes the visit.
 *
 * @param visit as it is after the change
 */
export async function recordVisitEvent(
  manager: EntityManager,
  visit: VisitPlan & Pick<VisitEntity, 'id'>,
  happening: VisitHappening,
): Promise<void> {
  await manager.insert(VisitEventEntity, {
    visitId: visit.id,
    ...visitEventOf(visit, happening),
    // The very instant of the visit's own `created_at`: its history is whole.
    ...(happening.created ? { at: () => 'now()' } : {}),
  });
}

/** A visit's plan, to be compared after a change. */
export const planOf = ({ schoolId, scheduledOn, startTime, visitorId }: VisitPlan): VisitPlan => ({
  schoolId,
  scheduledOn,
  startTime,
  visitorId,
});
