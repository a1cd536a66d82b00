import { plural } from '../../plural';
import { PlanView } from '../view';
import { placesWanted, type PlanLine, type PlanProblem, type PlanSchool } from '../problem';
import { notBefore } from '../rules';
import { daysAgainst, opensDay } from './days-against';
import { dateOnly } from './which';

export const LEFT_OUT_KEYS = [
  'no_visitor',
  'snoozed',
  'closing',
  'too_soon',
  'no_day',
  'no_place',
  'wanted',
  'room',
] as const;
export type LeftOutKey = (typeof LEFT_OUT_KEYS)[number];

/** A school not visited in three years or due this year that a plan has no line for. */
export interface LeftOut {
  urn: number;
  key: LeftOutKey;
  sentence: string;
  /** What would let it in. */
  letsIn: string;
  /** Of `no_day`: the year's school days by the first rule that forbids each. */
  days?: Record<string, number>;
  /** Of `no_day`: the rule whose end alone would open a day. */
  cause?: string | null;
}

/** P12: every school left out, in the order of the queue, with the first reason that holds. */
export function leftOutOf(problem: PlanProblem, plan: readonly PlanLine[]): LeftOut[] {
  const context = new PlanView(problem, plan);
  // What is agreed stands in the way whatever is proposed.
  const agreed = new PlanView(problem, problem.locked ?? []);
  const regions = new Map(problem.regions.map(({ id, name }) => [id, name]));
  const leftByRegion = new Map<string, number>();
  let beyondWanted = 0;
  return context.waiting
    .filter(({ urn, band }) => band < 3 && !context.lines.has(urn))
    .map((school) => {
      const region = regions.get(school.regionId) ?? school.regionId;
      const never = cannotAtAll(context, agreed, school, region);
      if (never) return never;
      if (placesOfTeam(context, school).free === 0) {
        const nth = (leftByRegion.get(school.regionId) ?? 0) + 1;
        leftByRegion.set(school.regionId, nth);
        return noPlace(context, school, region, nth);
      }
      const { urn } = school;
      if (plan.length < placesWanted(problem)) {
        const sentence = 'There is room for it: the plan was changed by hand.';
        return { urn, key: 'room', sentence, letsIn: 'Propose again.' };
      }
      beyondWanted += 1;
      return {
        urn,
        key: 'wanted',
        sentence: `${plural(problem.wanted, 'visit')} ${problem.wanted === 1 ? 'is' : 'are'} planned; it is the ${ordinal(beyondWanted)} after them.`,
        letsIn: `A target of ${problem.wanted + beyondWanted}.`,
      };
    });
}

/** Reasons that hold whatever else is planned; null where the school has a day. */
function cannotAtAll(
  context: PlanView,
  agreed: PlanView,
  school: PlanSchool,
  region: string,
): LeftOut | null {
  const { problem } = context;
  const { urn, snoozed, closesOn } = school;
  if (context.teamOf(school).length === 0) {
    const sentence = `Nobody visits ${region}.`;
    return { urn, key: 'no_visitor', sentence, letsIn: 'Give somebody the region.' };
  }
  const against = daysAgainst(agreed, school);
  if (against === null) return null;
  const opens = (key: string) => opensDay(agreed, school, key);
  if (snoozed && opens('snoozed')) {
    const sentence = `Snoozed until ${dateOnly(snoozed.until)} by ${snoozed.by}: ${snoozed.why}.`;
    return { urn, key: 'snoozed', sentence, letsIn: 'End the snooze.' };
  }
  if (closesOn != null && opens('closing')) {
    const sentence = `It closes on ${dateOnly(closesOn)}.`;
    return { urn, key: 'closing', sentence, letsIn: 'Visit its successor.' };
  }
  const earliest = notBefore(problem, school);
  if (earliest !== null && earliest > problem.horizon.from && opens('too-soon')) {
    const { minMonthsBetween } = problem;
    const sentence = `Visited on ${dateOnly(school.lastVisitedOn!)}: not again before ${dateOnly(earliest)}.`;
    const letsIn = `Fewer than ${minMonthsBetween} months between visits.`;
    return { urn, key: 'too_soon', sentence, letsIn };
  }
  const { sentence, letsIn, counts, cause } = against;
  return { urn, key: 'no_day', sentence, letsIn, days: Object.fromEntries(counts), cause };
}

/** Days with a place for a school that the plan leaves free, and lines and booked visits of its team. */
function placesOfTeam(context: PlanView, school: PlanSchool) {
  const { problem } = context;
  const { urn } = school;
  const team = context.teamOf(school);
  const free = problem.schoolDays.filter((date) =>
    team.some(({ id }) => {
      const there = { urn, date, visitorId: id };
      return context.forbids(there) === null && context.exceeds(there) === null;
    }),
  ).length;
  const ids = new Set(team.map(({ id }) => id));
  return { free, lines: context.plan.filter(({ visitorId }) => ids.has(visitorId)) };
}

function noPlace(context: PlanView, school: PlanSchool, region: string, nth: number): LeftOut {
  const { lines } = placesOfTeam(context, school);
  const rankOf = (urn: number) => context.ranks.get(urn) ?? 0;
  const rank = rankOf(school.urn);
  const { urn } = school;
  const letsIn = `About ${plural(nth, 'more visit').replace(/^1 /, 'one ')} of ${region}.`;
  const place = `It is the ${ordinal(nth)} of those left out in ${region}.`;
  if (lines.length === 0) {
    const sentence = `Rank ${rank}. Every place of ${region} on days that it can is booked already. ${place}`;
    return { urn, key: 'no_place', sentence, letsIn };
  }
  const before = lines.filter((line) => rankOf(line.urn) < rank).length;
  const last = lines.reduce((one, other) => (rankOf(other.urn) > rankOf(one.urn) ? other : one));
  const lastIn = `${context.schools.get(last.urn)!.name} (rank ${rankOf(last.urn)})`;
  const who = whoHasPlaces(region, { before, others: lines.length - before, lastIn });
  return { urn, key: 'no_place', sentence: `Rank ${rank}. ${who} ${place}`, letsIn };
}

/** @param places of a team: those of schools ranked before the one left out, and the others */
function whoHasPlaces(
  region: string,
  { before, others, lastIn }: { before: number; others: number; lastIn: string },
): string {
  const places = `${plural(before + others, 'place')} of ${region}`;
  if (others === 0) {
    return `The ${places} go to schools ranked before it; the last one in is ${lastIn}.`;
  }
  const why = 'others of the same need, which keeps ways short and groups fair';
  if (before === 0) return `The ${places} go to ${why}.`;
  const first = before === 1 ? '1 goes to a school' : `${before} go to schools`;
  return `Of the ${places}, ${first} ranked before it and ${others} to ${why}.`;
}

/** `1st`, `2nd`, `13th`. */
export function ordinal(count: number): string {
  const tens = count % 100;
  if (tens >= 11 && tens <= 13) return `${count}th`;
  return `${count}${['th', 'st', 'nd', 'rd'][count % 10] ?? 'th'}`;
}
