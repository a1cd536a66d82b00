import type { AcademicYear } from '../../academic-year';
import { addMonths, type Day } from '../../day';
import { dueOnAfter } from '../../visit-state';
import type { DayRange } from '../../school-calendar';
import { dueOnInLastYear } from '../lateness';
import type { FixedVisit } from '../problem';

/** A school of the cycle that no visit has covered yet. */
export interface CycleSchool {
  urn: number;
  regionId: string;
  /** 0 to 100. */
  score: number;
  lastVisitedOn: Day | null;
  /** Not visited from this day. */
  closesOn: Day | null;
}

/** A half term that is still to come, or under way. */
export interface CycleHalfTerm extends DayRange {
  year: AcademicYear;
  /** 1 is the first of its year. */
  number: number;
  /** Visits that each visitor can take, those booked included; as `visitors`. */
  room: readonly number[];
}

/** What is left of a cycle, from the first half term of a plan. */
export interface CycleProblem {
  halfTerms: readonly CycleHalfTerm[];
  /** Visits still to be held in each year that has half terms here. */
  toHold: Readonly<Record<AcademicYear, number>>;
  visitors: readonly { id: string; regionIds: readonly string[] }[];
  /** Schools in the cycle, and those covered already. */
  inCycle: number;
  covered: number;
  waiting: readonly CycleSchool[];
  /** Booked, of any school. */
  booked: readonly FixedVisit[];
  /** P8 */
  springTermEndsOn: Day;
  minMonthsBetween: number;
  /** Of bookings, 0 to below 1. */
  cancelShare: number;
}

/** A waiting school made ready for the runs; half terms are numbered from 0. */
export interface Candidate {
  school: CycleSchool;
  dueAt: number;
  first: number;
  last: number;
  visitors: readonly number[];
}

/** P8 and P3: those due soonest first, then by need. */
export function candidatesOf(problem: CycleProblem): Candidate[] {
  const { halfTerms, visitors, springTermEndsOn, minMonthsBetween } = problem;
  const teams = new Map<string, number[]>();
  visitors.forEach(({ regionIds }, v) =>
    regionIds.forEach((id) => teams.set(id, [...(teams.get(id) ?? []), v])),
  );
  const nobody: number[] = [];
  const candidates = problem.waiting.map((school): Candidate => {
    const { lastVisitedOn, closesOn } = school;
    const dueOn = lastVisitedOn && dueOnInLastYear(dueOnAfter(lastVisitedOn), springTermEndsOn);
    const rested = lastVisitedOn && addMonths(lastVisitedOn, minMonthsBetween);
    const begun = dueOn ? halfTerms.filter(({ from }) => from <= dueOn).length : 0;
    const first = rested ? halfTerms.findIndex(({ to }) => to >= rested) : 0;
    return {
      school,
      dueAt: Math.max(0, begun - 1),
      first: first === -1 ? halfTerms.length : first,
      last: closesOn
        ? halfTerms.filter(({ from }) => from < closesOn).length - 1
        : halfTerms.length - 1,
      visitors: teams.get(school.regionId) ?? nobody,
    };
  });
  return candidates.sort(
    (a, b) => a.dueAt - b.dueAt || b.school.score - a.school.score || a.school.urn - b.school.urn,
  );
}
