import { mondayOf, type Day } from '../day';
import { halfTermOn, isWithin, type PlanLine, type PlanProblem } from './problem';

export interface EvenWeeks {
  /** The number of each week of the horizon, by its Monday. */
  weekOf: Map<Day, number>;
  /** By week: its half term, and what part of that half term's school days it has. */
  halfTerm: number[];
  part: number[];
}

/** The weeks of the horizon. A week that two half terms share belongs to that of its last school day. */
export function weeksOf(problem: PlanProblem): EvenWeeks {
  const weekOf = new Map<Day, number>();
  const halfTerm: number[] = [];
  const days: number[] = [];
  const daysOfHalfTerm = problem.halfTerms.map(() => 0);
  for (const day of problem.schoolDays) {
    const t = halfTermOn(problem, day);
    if (t === -1 || !isWithin(problem.horizon, day)) continue;
    const monday = mondayOf(day);
    const week = weekOf.get(monday) ?? weekOf.size;
    weekOf.set(monday, week);
    halfTerm[week] = t;
    days[week] = (days[week] ?? 0) + 1;
    daysOfHalfTerm[t]! += 1;
  }
  return { weekOf, halfTerm, part: days.map((count, w) => count / daysOfHalfTerm[halfTerm[w]!]!) };
}

/** Visits that count for evenness: booked for somebody and still to come, and proposed. */
export function visitsByWeek(
  problem: PlanProblem,
  { weekOf, part }: EvenWeeks,
  plan: readonly PlanLine[],
): number[] {
  const visitors = new Set(problem.visitors.map(({ id }) => id));
  const counts = part.map(() => 0);
  const booked = problem.booked.filter(
    ({ visitorId, date }) => visitorId !== null && visitors.has(visitorId) && date >= problem.asOf,
  );
  for (const { date } of [...booked, ...plan]) {
    const week = weekOf.get(mondayOf(date));
    if (week !== undefined && isWithin(problem.horizon, date)) counts[week]! += 1;
  }
  return counts;
}

/**
 * P5: half the sum, over weeks, of how far the visits of a week are from its part of the half term's, divided by all
 * visits. 0 is as even as can be.
 */
export function unevenness({ halfTerm, part }: EvenWeeks, visits: readonly number[]): number {
  const ofHalfTerm: number[] = [];
  visits.forEach((count, w) => {
    ofHalfTerm[halfTerm[w]!] = (ofHalfTerm[halfTerm[w]!] ?? 0) + count;
  });
  const all = visits.reduce((sum, count) => sum + count, 0);
  if (all === 0) return 0;
  const off = visits.reduce(
    (sum, count, w) => sum + Math.abs(count - ofHalfTerm[halfTerm[w]!]! * part[w]!),
    0,
  );
  return off / 2 / all;
}
