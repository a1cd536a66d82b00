import { weekday } from '../day';
import { unevenness, visitsByWeek, weeksOf } from './evenness';
import { groupShares, type GroupShare } from './fairness';
import { halfTermsLate, weightOf } from './lateness';
import { placesOf, wayRound } from './places';
import { halfTermOn, type PlanBand, type PlanLine, type PlanProblem } from './problem';

type ByBand = Record<PlanBand, number>;

export interface VisitPlanFigures {
  /** Lines of the plan, and with what is held and booked. */
  visits: number;
  total: number;
  /** Schools with a line, of those that waited for one: neither visited this year nor booked. */
  placed: ByBand;
  waiting: ByBand;
  /** Weighted half terms, and schools that are late at all. */
  late: number;
  lateSchools: number;
  /** Of every day with a visit to come, booked ones too. */
  km: number;
  kmPerVisit: number;
  days: number;
  /** The part of the visits that share a visitor's day, 0 to 1. */
  shared: number;
  /** P5: 0 is as even as can be. */
  unevenness: number;
  /** The part of the lines on a wished weekday, of schools that wish for one; null where none does. */
  wishes: number | null;
  /** P6: the group of the band at the margin that got least of its share; null where none is judged. */
  leastReached: GroupShare | null;
  /** Visits to come in each half term, booked ones too. */
  byHalfTerm: number[];
}

/** P2 to P6, of a plan that keeps the rules. */
export function figuresOf(problem: PlanProblem, plan: readonly PlanLine[]): VisitPlanFigures {
  const schools = new Map(problem.schools.map((school) => [school.urn, school]));
  const visitors = new Map(problem.visitors.map((visitor) => [visitor.id, visitor]));
  const fixed = new Set([...problem.held, ...problem.booked].map(({ urn }) => urn));
  const planned = new Map(plan.map((line) => [line.urn, line.date]));
  const placed: ByBand = { 1: 0, 2: 0, 3: 0 };
  const waiting: ByBand = { 1: 0, 2: 0, 3: 0 };
  let late = 0;
  let lateSchools = 0;
  const open = problem.schools.filter(({ urn }) => !fixed.has(urn));
  for (const school of open) {
    const date = planned.get(school.urn) ?? null;
    waiting[school.band] += 1;
    placed[school.band] += date === null ? 0 : 1;
    const by = halfTermsLate(problem, school, date);
    late += by * weightOf(school);
    lateSchools += by > 0 ? 1 : 0;
  }
  const ahead = visitsToCome(problem, plan);
  const places = placesOf(problem);
  const trips = tripsOf(ahead);
  let km = 0;
  let shared = 0;
  for (const lines of trips.values()) {
    const { base } = visitors.get(lines[0]!.visitorId)!;
    const stops = lines.map(({ urn }) => places.get(urn)!);
    km += wayRound(base, stops, problem.roadFactor);
    if (lines.length > 1) shared += lines.length;
  }
  const weeks = weeksOf(problem);
  const margin = ([1, 2, 3] as const).find((band) => placed[band] < waiting[band]) ?? 3;
  const atMargin = open.filter(({ band }) => band === margin);
  const shares = groupShares(atMargin, placed[margin], (at) => planned.has(atMargin[at]!.urn));
  const wishing = plan.filter(({ urn }) => schools.get(urn)!.prefersWeekdays.length > 0);
  const met = wishing.filter(({ urn, date }) =>
    schools.get(urn)!.prefersWeekdays.includes(weekday(date)),
  );
  return {
    visits: plan.length,
    total: problem.held.length + problem.booked.length + plan.length,
    ...{ placed, waiting, late, lateSchools, km },
    kmPerVisit: ahead.length === 0 ? 0 : km / ahead.length,
    days: trips.size,
    shared: ahead.length === 0 ? 0 : shared / ahead.length,
    unevenness: unevenness(weeks, visitsByWeek(problem, weeks, plan)),
    wishes: wishing.length === 0 ? null : met.length / wishing.length,
    leastReached: shares[0] ?? null,
    byHalfTerm: problem.halfTerms.map(
      (_, t) => ahead.filter(({ date }) => halfTermOn(problem, date) === t).length,
    ),
  };
}

/** Booked visits that are to come, of visitors and schools that the problem knows, and the plan's lines. */
export function visitsToCome(problem: PlanProblem, plan: readonly PlanLine[]): PlanLine[] {
  const visitors = new Set(problem.visitors.map(({ id }) => id));
  const schools = new Set(problem.schools.map(({ urn }) => urn));
  const booked = problem.booked.flatMap(({ urn, date, visitorId }) =>
    visitorId !== null && visitors.has(visitorId) && schools.has(urn) && date >= problem.asOf
      ? [{ urn, date, visitorId }]
      : [],
  );
  return [...booked, ...plan];
}

/** Lines by day and visitor. */
export function tripsOf(lines: readonly PlanLine[]): Map<string, PlanLine[]> {
  const trips = new Map<string, PlanLine[]>();
  for (const line of lines) {
    const key = tripKey(line);
    const trip = trips.get(key);
    if (trip) trip.push(line);
    else trips.set(key, [line]);
  }
  return trips;
}

export const tripKey = ({ date, visitorId }: Pick<PlanLine, 'date' | 'visitorId'>): string =>
  `${date} ${visitorId}`;
