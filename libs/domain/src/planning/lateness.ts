import type { Day } from '../day';
import { halfTermOn, type PlanProblem, type PlanSchool } from './problem';

/** Points of the score that make a half term weigh twice as much. */
const POINTS_OF_WEIGHT = 50;

/** P3: what a half term counts for a school; 1 to 3. */
export const weightOf = ({ score }: Pick<PlanSchool, 'score'>): number =>
  1 + score / POINTS_OF_WEIGHT;

/** The half term that a plan can begin in; 0 is the first of the year. */
export function firstHalfTerm({ halfTerms, horizon }: PlanProblem): number {
  const first = halfTerms.findIndex(({ to }) => to >= horizon.from);
  return first === -1 ? halfTerms.length : first;
}

/**
 * The half term that a school falls due in: the last that began on or before the day it is due, the plan's first
 * for a school that was never visited or is overdue. 0 is the first of the year.
 */
export function dueHalfTerm(problem: PlanProblem, { dueOn }: Pick<PlanSchool, 'dueOn'>): number {
  const begun = dueOn === null ? 0 : problem.halfTerms.filter(({ from }) => from <= dueOn).length;
  return Math.max(begun - 1, firstHalfTerm(problem));
}

/**
 * P3: half terms from the one in which a school falls due to that of its visit; 0 in time, and for band 3 always.
 *
 * @param visitedOn null for a school left out, which counts as visited in the first half term of the next year
 */
export function halfTermsLate(
  problem: PlanProblem,
  school: Pick<PlanSchool, 'dueOn' | 'band'>,
  visitedOn: Day | null,
): number {
  if (school.band === 3) return 0;
  const at = visitedOn === null ? problem.halfTerms.length : halfTermOn(problem, visitedOn);
  return Math.max(0, at - dueHalfTerm(problem, school));
}

/** P8: in a cycle's last year a school not yet covered counts as due by the end of the spring term at the latest. */
export const dueOnInLastYear = (dueOn: Day | null, springTermEndsOn: Day): Day | null =>
  dueOn !== null && dueOn > springTermEndsOn ? springTermEndsOn : dueOn;
