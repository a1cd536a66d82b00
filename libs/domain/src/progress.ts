import { academicYearSpan, type AcademicYear } from './academic-year';
import type { Day } from './day';
import { schoolYearPace, type SchoolCalendar } from './school-calendar';
import { oneDecimal } from './score-weights';

/** Visits aimed at in an academic year, unless the hub sets another number. */
export const DEFAULT_TARGET_VISITS = 180;

/** School days in a school week. */
const SCHOOL_WEEK = 5;

/** Where a year's target stands: what is asked for, what has been done, and when it is asked. */
export interface TargetStanding {
  calendar: SchoolCalendar;
  year: AcademicYear;
  today: Day;
  /** Counting visits of the year so far. */
  visits: number;
}

/**
 * Rule 12: the visits expected by today, target x (school days gone / school days in the year), one
 * decimal. It stands still in every holiday, so nobody falls behind in August.
 */
export function expectedBy(
  target: number,
  calendar: SchoolCalendar,
  year: AcademicYear,
  today: Day,
): number {
  const { gone, inYear } = schoolYearPace(calendar, year, today);
  // A year without a single school day asks for nothing until it is over.
  if (inYear === 0) return today > academicYearSpan(year).closesOn ? target : 0;
  return oneDecimal((target * gone) / inYear);
}

/** Visits to be expected by the end of the year, whole numbers. */
export interface Forecast {
  expected: number;
  /** Four times in five the year ends between these two, both inside. */
  low: number;
  high: number;
  /** Term dates were not known and weekdays outside August took their place. */
  assumed: boolean;
}

/** Standard deviations on either side that hold four fifths of a normal distribution. */
const FOUR_FIFTHS = 1.2816;

/**
 * Visits at the end of the year when they go on at the pace so far: visits / school days gone, for
 * the school days left. Visits are taken to come one by one at an even rate that is itself only
 * known from the days gone (a Poisson count), so the range is wide in autumn and closes in July.
 * Null before the first school day is over, when there is no pace to go by.
 */
export function forecast({ calendar, year, today, visits }: TargetStanding): Forecast | null {
  const { gone, left, assumed } = schoolYearPace(calendar, year, today);
  if (left === 0) return { expected: visits, low: visits, high: visits, assumed };
  if (gone === 0) return null;
  const ratio = left / gone;
  const toCome = visits * ratio;
  // With no visit yet the next one may still come: one stands in for none.
  const margin = FOUR_FIFTHS * Math.sqrt(Math.max(visits, 1) * ratio * (1 + ratio));
  return {
    expected: Math.round(visits + toCome),
    low: Math.floor(visits + Math.max(0, toCome - margin)),
    high: Math.ceil(visits + toCome + margin),
    assumed,
  };
}

/**
 * Visits a school week (five school days) still needed to reach the target by the end of the year,
 * rounded up to one decimal so that keeping to it is enough. 0 when the target is reached, null
 * when it is not and no school day is left.
 */
export function weeklyRateNeeded(standing: TargetStanding & { target: number }): number | null {
  const missing = standing.target - standing.visits;
  if (missing <= 0) return 0;
  const { left } = schoolYearPace(standing.calendar, standing.year, standing.today);
  if (left === 0) return null;
  return Math.ceil((missing * SCHOOL_WEEK * 10) / left) / 10;
}
