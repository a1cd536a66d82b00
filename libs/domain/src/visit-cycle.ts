import {
  academicYearOf,
  academicYearSpan,
  academicYearsBetween,
  addAcademicYears,
  type AcademicYear,
} from './academic-year';
import type { Day } from './day';
import { plural } from './plural';
import { schoolYearPace, type SchoolCalendar } from './school-calendar';

/** Three academic years in which every school in scope is to be visited at least once. */
export interface VisitCycleSpan {
  startsIn: AcademicYear;
  opensOn: Day;
  closesOn: Day;
}

export const FIRST_CYCLE_STARTS_IN: AcademicYear = '2024-25';
export const YEARS_IN_CYCLE = 3;

/** The three years from the start of an academic year. */
export function visitCycleSpan(startsIn: AcademicYear): VisitCycleSpan {
  const last = addAcademicYears(startsIn, YEARS_IN_CYCLE - 1);
  return {
    startsIn,
    opensOn: academicYearSpan(startsIn).opensOn,
    closesOn: academicYearSpan(last).closesOn,
  };
}

/**
 * The cycle a day is in. Cycles follow each other without a gap from the hub's first one; days
 * before that belong to earlier cycles, counted back in threes.
 */
export function visitCycleOn(
  day: Day,
  firstStartsIn: AcademicYear = FIRST_CYCLE_STARTS_IN,
): VisitCycleSpan {
  const years = academicYearsBetween(firstStartsIn, academicYearOf(day));
  const cycles = Math.floor(years / YEARS_IN_CYCLE);
  return visitCycleSpan(addAcademicYears(firstStartsIn, cycles * YEARS_IN_CYCLE));
}

/** Rule 9: at least one counting visit with its day inside the cycle. */
export function isCoveredIn(span: VisitCycleSpan, countingVisitDays: readonly Day[]): boolean {
  return countingVisitDays.some((day) => day >= span.opensOn && day <= span.closesOn);
}

export interface CycleStanding {
  today: Day;
  /** Left out, the cycle is taken to be running. */
  opensOn?: Day;
  closesOn: Day;
  /** Visits an academic year. */
  targetPerYear: number;
  /** Schools in scope without a counting visit in the cycle. */
  schoolsNotCovered: number;
  calendar: SchoolCalendar;
}

export interface CycleSlack {
  /** Visits that can still be made less schools not yet covered; negative when schools are missed. */
  slack: number;
  /** Whole visits that can still be made at the target rate, today's included. */
  visitsStillPossible: number;
  /** Term dates of some years were not known and weekdays outside August took their place. */
  assumed: boolean;
}

/**
 * Rule 13. What can still be made is measured in school days, as the pace of a year is: each
 * academic year until the cycle closes gives the target times the share of its school days that is
 * left, today included; a whole year ahead gives the whole target whatever its length. The sum is
 * rounded down, since part of a visit covers no school.
 */
export function cycleSlack(standing: CycleStanding): CycleSlack {
  const { today, opensOn, closesOn, targetPerYear, schoolsNotCovered, calendar } = standing;
  let visits = 0;
  let assumed = false;
  const from = opensOn !== undefined && opensOn > today ? opensOn : today;
  if (from <= closesOn) {
    const years = academicYearsBetween(academicYearOf(from), academicYearOf(closesOn)) + 1;
    for (let i = 0; i < years; i += 1) {
      const year = addAcademicYears(academicYearOf(from), i);
      const pace = schoolYearPace(calendar, year, from);
      if (pace.inYear > 0) visits += (targetPerYear * pace.left) / pace.inYear;
      assumed ||= pace.assumed;
    }
  }
  // The hair keeps a sum of thirds that should be whole from being rounded down by one.
  const visitsStillPossible = Math.floor(visits + 1e-9);
  return { slack: visitsStillPossible - schoolsNotCovered, visitsStillPossible, assumed };
}

/**
 * Rule 13 in words: `at 180 a year, 14 schools will be missed`.
 *
 * @param isOver the cycle has closed: `14 schools were missed`
 */
export function slackInWords(slack: number, targetPerYear: number, isOver = false): string {
  if (isOver) return slack < 0 ? `${wereMissed(-slack)} missed` : 'every school was visited';
  const rate = `at ${targetPerYear} a year`;
  if (slack < 0) return `${rate}, ${plural(-slack, 'school')} will be missed`;
  if (slack === 0) return `${rate}, every school can be visited, with no visit to spare`;
  return `${rate}, every school can be visited, with ${plural(slack, 'visit')} to spare`;
}

const wereMissed = (schools: number) =>
  `${plural(schools, 'school')} ${schools === 1 ? 'was' : 'were'}`;
