import type { PlanningWindow } from '../capacity';
import type { Day } from '../day';

/** `superseded`: another plan of the year was made, or taken, after it. */
export const VISIT_PLAN_STATUSES = ['queued', 'running', 'ready', 'failed', 'superseded'] as const;
export type VisitPlanStatus = (typeof VISIT_PLAN_STATUSES)[number];

/** `accepted`: it is a visit now. `dropped`: left out by hand. `stale`: something speaks against it. */
export const PLAN_LINE_STATUSES = ['proposed', 'accepted', 'dropped', 'stale'] as const;
export type PlanLineStatus = (typeof PLAN_LINE_STATUSES)[number];

/** What a plan is made with; what is left out is the hub's own. */
export interface VisitPlanSettings {
  /** Held, booked and proposed visits together at most; what the target needs where it is left out. */
  wanted?: number;
  /** The share of bookings expected to fall through, 0 to below 1; the hub's own where it is left out. */
  cancelShare?: number;
  /** Days that schools are told before a visit. */
  notice?: number;
  /** Visitors who make no visits from a day on. */
  without?: { visitorIds: string[]; from: Day };
  /** Schools of these regions alone. */
  regionIds?: string[];
  /** Visits a day at most, for every visitor. */
  perDay?: number;
  /** Beside those of the year. */
  windows?: PlanningWindow[];
  /** False: what was only proposed before is proposed anew (P9). */
  keepProposals?: boolean;
}

/** Settings that are no hub's own: a plan made with one of them is a what-if. */
export const WHAT_IF_SETTINGS = ['without', 'regionIds', 'perDay', 'windows'] as const;

/** Whether settings suppose something that is not so. */
export const supposes = (settings: VisitPlanSettings): boolean =>
  WHAT_IF_SETTINGS.some((key) => settings[key] !== undefined);

/** What can be missing before a plan is made. */
export const MISSING_FOR_PLAN_KEYS = [
  'term_dates',
  'no_visitor',
  'no_capacity',
  'no_region',
  'no_place',
  'windows',
] as const;
export type MissingForPlanKey = (typeof MISSING_FOR_PLAN_KEYS)[number];
