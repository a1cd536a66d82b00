import type { Day } from '../day';
import { PlanView } from './view';
import { halfTermsLate, weightOf } from './lateness';
import { isWithin, type PlanLine, type PlanProblem } from './problem';

/** What a weighted half term late counts as, in kilometres, where one day is set against another. */
export const KM_PER_LATE = 3;
const DAYS_OFFERED = 10;
const SCHOOLS_OFFERED = 5;

export interface BestDay {
  date: Day;
  visitorId: string;
  /** Schools of the same visitor on that day. */
  withUrns: number[];
  /** Kilometres more than with the line that the school has now; without one, all that the visit adds. */
  kmMore: number;
  halfTermsLate: number;
}

/**
 * P10: the ten best days for a school, each with its best visitor, best first: those that break no rule beside the
 * plan. Empty for a school that the problem does not know.
 *
 * @param context of the same problem and plan, where many schools are asked for
 */
export function bestDays(
  problem: PlanProblem,
  plan: readonly PlanLine[],
  urn: number,
  context = new PlanView(problem, plan),
): BestDay[] {
  const school = context.schools.get(urn);
  if (!school) return [];
  const now = context.lines.get(urn);
  const kmNow = now ? context.kmOf(now) : 0;
  const found: (BestDay & { cost: number })[] = [];
  for (const date of problem.schoolDays) {
    if (!isWithin(problem.horizon, date)) continue;
    const late = halfTermsLate(problem, school, date);
    let best: (BestDay & { cost: number }) | null = null;
    for (const { id } of context.teamOf(school)) {
      const line = { urn, date, visitorId: id };
      if (context.forbids(line) !== null || context.exceeds(line) !== null) continue;
      const kmMore = context.kmOf(line) - kmNow;
      const cost = kmMore + KM_PER_LATE * late * weightOf(school);
      if (best !== null && cost >= best.cost) continue;
      const withUrns = context.companions(line).map((other) => other.urn);
      best = { date, visitorId: id, withUrns, kmMore, halfTermsLate: late, cost };
    }
    if (best && !(now?.date === best.date && now.visitorId === best.visitorId)) found.push(best);
  }
  return found
    .sort((a, b) => a.cost - b.cost || (a.date < b.date ? -1 : 1))
    .slice(0, DAYS_OFFERED)
    .map(({ cost: _, ...day }) => day);
}

export interface Refill {
  urn: number;
  /** Kilometres that the school adds to the visitor's day. */
  km: number;
  /** Half terms that it would be sooner than now planned, or than being left out. */
  halfTermsSooner: number;
  /** The day it is planned for now, null where it is left out. */
  plannedFor: Day | null;
}

/**
 * P10: up to five schools for a place that has come free, best first: those that need a visit, can on that day, and are
 * not booked; nearest to the day's other school and most late now.
 *
 * @param plan without a line at the freed place
 */
export function refill(
  problem: PlanProblem,
  plan: readonly PlanLine[],
  place: { date: Day; visitorId: string },
): Refill[] {
  const context = new PlanView(problem, plan);
  const locked = new Set((problem.locked ?? []).map(({ urn }) => urn));
  if (!context.visitors.has(place.visitorId)) return [];
  return context.waiting
    .flatMap((school) => {
      const line = { ...place, urn: school.urn };
      const planned = context.lines.get(school.urn) ?? null;
      const isLater = planned === null || planned.date > place.date;
      if (school.band === 3 || !isLater || locked.has(school.urn)) return [];
      if (context.forbids(line) !== null || context.exceeds(line) !== null) return [];
      const sooner =
        halfTermsLate(problem, school, planned?.date ?? null) -
        halfTermsLate(problem, school, place.date);
      const km = context.kmOf(line);
      const cost = km - KM_PER_LATE * sooner * weightOf(school);
      const found = { km, halfTermsSooner: sooner, plannedFor: planned?.date ?? null };
      return [{ urn: school.urn, ...found, cost, band: school.band }];
    })
    .sort((a, b) => a.band - b.band || a.cost - b.cost || a.urn - b.urn)
    .slice(0, SCHOOLS_OFFERED)
    .map(({ urn, km, halfTermsSooner, plannedFor }) => ({ urn, km, halfTermsSooner, plannedFor }));
}
