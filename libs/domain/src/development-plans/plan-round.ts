import { addDays, type Day } from '../day';
import { type PlanState, SETTLED_PLAN_STATES } from './plan-state';

/** Days ahead in which a visit puts its school first in the plan round (rule 20). */
export const ROUND_LOOKS_AHEAD = 14;

/** In which the states come one after the other, behind the schools that are visited soon. */
export const ROUND_ORDER: readonly PlanState[] = [
  'not_looked',
  'to_renew',
  'out_of_date',
  'none_found',
];

/** Whether somebody is to look for this school's plan. */
export const isInPlanRound = (state: PlanState): boolean => !SETTLED_PLAN_STATES.includes(state);

/**
 * Where a school stands in the plan round: 0 for a school visited within the days looked ahead, today
 * included; then 1 and more by its state. Within each the order is the queue's.
 */
export function placeInRound(state: PlanState, nextVisitOn: Day | null, today: Day): number {
  const soon =
    nextVisitOn !== null &&
    nextVisitOn >= today &&
    nextVisitOn <= addDays(today, ROUND_LOOKS_AHEAD);
  return soon ? 0 : 1 + ROUND_ORDER.indexOf(state);
}
