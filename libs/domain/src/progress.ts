import { academicYearSpan, type AcademicYear } from './academic-year';
import { addDays, addMonths, addYears, type Day } from './day';
import {
  schoolDaysBetween,
  schoolDaysIn,
  schoolYearPace,
  type DayRange,
  type SchoolCalendar,
  type SchoolYearPace,
} from './school-calendar';
import { oneDecimal } from './one-decimal';

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
  const pace = schoolYearPace(calendar, year, today);
  return expectedAt(target, pace, today > academicYearSpan(year).closesOn);
}

/** The same where the pace is known; `isOver` says that the whole year lies before today. */
export function expectedAt(
  target: number,
  { gone, inYear }: Pick<SchoolYearPace, 'gone' | 'inYear'>,
  isOver: boolean,
): number {
  // A year without a single school day asks for nothing until it is over.
  if (inYear === 0) return isOver ? target : 0;
  return oneDecimal((target * gone) / inYear);
}

/** `expectedBy` for several days in order, without going through the year for each of them. */
export function expectedLine(
  target: number,
  calendar: SchoolCalendar,
  year: AcademicYear,
  days: readonly Day[],
): number[] {
  const { opensOn, closesOn } = academicYearSpan(year);
  const schoolDays = schoolDaysIn(calendar, opensOn, closesOn).days;
  let gone = 0;
  return days.map((day) => {
    while (gone < schoolDays.length && (schoolDays[gone] as Day) < day) gone += 1;
    return expectedAt(target, { gone, inYear: schoolDays.length }, day > closesOn);
  });
}

/**
 * The visits that a stretch of a year takes at its expected pace, target x (school days of the stretch /
 * school days in the year), rounded up so that keeping to it is enough.
 */
export function visitsAtPace(
  target: number,
  calendar: SchoolCalendar,
  year: AcademicYear,
  { from, to }: DayRange,
): number {
  const { opensOn, closesOn } = academicYearSpan(year);
  const inYear = schoolDaysBetween(calendar, opensOn, closesOn).days;
  if (inYear === 0) return 0;
  return Math.ceil((target * schoolDaysBetween(calendar, from, to).days) / inYear);
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

/** How far ahead the day on which a target is reached is looked for. */
const YEARS_AHEAD = 5;

/**
 * The day on which the target is reached when visits go on at the pace so far, visits / school days
 * gone: counted in school days from today on, across years. Null when there is no pace to go by,
 * when it is too slow for the next five years, and when the year is over. Of a target that is
 * reached already `dayReached` tells.
 */
export function dayToReach(standing: TargetStanding & { target: number }): Day | null {
  const { calendar, year, today, visits, target } = standing;
  const { gone } = schoolYearPace(calendar, year, today);
  if (gone === 0 || visits === 0 || today > academicYearSpan(year).closesOn) return null;
  const needed = Math.ceil(((target - visits) * gone) / visits);
  if (needed <= 0) return null;
  const { days } = schoolDaysIn(calendar, today, addYears(today, YEARS_AHEAD));
  return days[needed - 1] ?? null;
}

/** So many visits on a day. */
export interface DayCount {
  day: Day;
  visits: number;
}

/** The day on which the sum of the visits reached the target; null when it has not, or when it is 0. */
export function dayReached(inOrder: readonly DayCount[], target: number): Day | null {
  if (target <= 0) return null;
  let sum = 0;
  for (const { day, visits } of inOrder) {
    sum += visits;
    if (sum >= target) return day;
  }
  return null;
}

/** The days on which a year's line is drawn: a week apart, its last, and the day counted as of. */
export function lineDays(year: AcademicYear, asOf: Day): Day[] {
  const { opensOn, closesOn } = academicYearSpan(year);
  const days = new Set<Day>([closesOn]);
  for (let day = opensOn; day < closesOn; day = addDays(day, 7)) days.add(day);
  if (asOf >= opensOn && asOf <= closesOn) days.add(asOf);
  return [...days].sort();
}

/**
 * The days on which the schools not visited in three years are counted, in order: the first of each
 * month of the year before the day counted as of, and that day.
 */
export function backlogDays(year: AcademicYear, asOf: Day): Day[] {
  const { opensOn, closesOn } = academicYearSpan(year);
  const days: Day[] = [];
  for (let day = opensOn; day < asOf && day < closesOn; day = addMonths(day, 1)) days.push(day);
  return [...days, asOf];
}
