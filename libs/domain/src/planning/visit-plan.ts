import type { AcademicYear } from '../academic-year';
import { checkWindows, MOST_VISITS, type PlanningWindow } from '../capacity';
import type { Day } from '../day';

/** `superseded`: another plan of the year was made, or taken, after it. */
export const VISIT_PLAN_STATUSES = ['queued', 'running', 'ready', 'failed', 'superseded'] as const;
export type VisitPlanStatus = (typeof VISIT_PLAN_STATUSES)[number];

/** `accepted`: it is a visit now. `dropped`: left out by hand. `stale`: something speaks against it. */
export const PLAN_LINE_STATUSES = ['proposed', 'accepted', 'dropped', 'stale'] as const;
export type PlanLineStatus = (typeof PLAN_LINE_STATUSES)[number];
/** Still a proposal. */
export const OPEN_LINE_STATUSES = ['proposed', 'stale'] as const satisfies PlanLineStatus[];
export const isOpenLine = (status: PlanLineStatus): boolean =>
  OPEN_LINE_STATUSES.some((open) => open === status);

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

const MOST_WANTED = 100_000;
const MOST_NOTICE = 366;

const isWhole = (value: number | undefined, least: number, most: number): boolean =>
  value === undefined || (Number.isInteger(value) && value >= least && value <= most);

/** What is wrong with the settings of a plan, by field of the body. */
export function checkPlanSettings(
  year: AcademicYear,
  { wanted, cancelShare, notice, perDay, windows = [] }: VisitPlanSettings,
): { field: string; message: string }[] {
  const faults: { field: string; message: string }[] = [];
  const wrong = (field: keyof VisitPlanSettings, message: string) =>
    faults.push({ field: `settings.${field}`, message });
  if (!isWhole(wanted, 0, MOST_WANTED)) {
    wrong('wanted', `Visits must be a whole number from 0 to ${MOST_WANTED}.`);
  }
  if (cancelShare !== undefined && !(cancelShare >= 0 && cancelShare < 1)) {
    wrong('cancelShare', 'The share that falls through must be from 0 to below 1.');
  }
  if (!isWhole(notice, 0, MOST_NOTICE)) {
    wrong('notice', `The notice must be a whole number of days from 0 to ${MOST_NOTICE}.`);
  }
  if (!isWhole(perDay, 1, MOST_VISITS.perDay)) {
    wrong('perDay', `Visits a day must be a whole number from 1 to ${MOST_VISITS.perDay}.`);
  }
  return [
    ...faults,
    ...checkWindows(year, windows).map(({ field, message }) => ({
      ...{ field: `settings.${field}`, message },
    })),
  ];
}
