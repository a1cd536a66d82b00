import { plural } from '../../plural';
import type { PlanView } from '../view';
import type { PlanProblem, PlanSchool } from '../problem';
import { schoolForbids, visitorForbids } from '../rules';

/** Why a day of the year is none for a school: the first rule that forbids it. */
export interface DayAgainst {
  /** A rule's key, or `team`, `taken` for the days of its team. */
  key: string;
  /** `exam season`; empty where the key says it all. */
  words: string;
}

/** What forbids a school a day with anybody of its team, only what is agreed being counted; null where nothing does. */
export function againstDay(context: PlanView, school: PlanSchool, date: string): DayAgainst | null {
  const { problem } = context;
  const own = schoolForbids(problem, school, date);
  if (own) return own;
  const team = context.teamOf(school).filter((one) => visitorForbids(one, date) === null);
  if (team.length === 0) return { key: 'team', words: '' };
  const isFree = team.some(
    ({ id }) => context.exceeds({ urn: school.urn, date, visitorId: id }) === null,
  );
  return isFree ? null : { key: 'taken', words: '' };
}

const DAY_WORDS: Record<string, string> = {
  horizon: 'are past or within the notice',
  closing: 'come after it closes',
  snoozed: 'it is snoozed',
  'too-soon': 'come too soon after its last visit',
  unavailable: 'the school cannot',
  weekday: 'are weekdays on which it never can',
  team: 'nobody of its team visits',
  taken: 'its team is booked up',
};

const LETS_IN: Record<string, string> = {
  window: 'the windows of its phase',
  unavailable: 'the days on which the school cannot',
  weekday: 'the weekdays on which the school never can',
  team: 'the team’s weekdays and absences',
  taken: 'the visits that its team has booked',
  horizon: 'the notice that schools are given',
};

export interface DayCounts {
  /** Of the year's school days; they add up to all of them. */
  counts: Map<string, number>;
  sentence: string;
  letsIn: string;
  /** The rule whose end would open a day; null where several stand in the way together. */
  cause: string | null;
}

/** `no_day`: every school day of the year under the first rule that forbids it, or null where one is open. */
export function daysAgainst(agreed: PlanView, school: PlanSchool): DayCounts | null {
  const { problem } = agreed;
  const counts = new Map<string, number>();
  const byWords = new Map<string, number>();
  for (const date of problem.schoolDays) {
    const against = againstDay(agreed, school, date);
    if (against === null) return null;
    const words =
      against.key === 'window' ? `are ${against.words}` : (DAY_WORDS[against.key] ?? against.key);
    counts.set(against.key, (counts.get(against.key) ?? 0) + 1);
    byWords.set(words, (byWords.get(words) ?? 0) + 1);
  }
  const parts = [...byWords].map(([words, count]) => `${count} ${words}`);
  const keys = [...counts].sort((a, b) => b[1] - a[1]).map(([key]) => key);
  const cause = keys.find((key) => opensDay(agreed, school, key)) ?? null;
  return {
    counts,
    sentence: `Of ${plural(problem.schoolDays.length, 'school day')}, ${parts.join(', ')}.`,
    letsIn:
      cause === null
        ? 'Several rules stand in the way together.'
        : `Most days fall to: ${LETS_IN[cause] ?? cause}.`,
    cause,
  };
}

/** Whether a school would have a day if one of the rules did not hold for it. */
export function opensDay(agreed: PlanView, school: PlanSchool, key: string): boolean {
  const problem = without(agreed.problem, school, key);
  const freed = problem.schools.find(({ urn }) => urn === school.urn)!;
  const view = agreed.of(problem);
  return problem.schoolDays.some((date) => {
    const against = againstDay(view, freed, date);
    return against === null || (key === 'taken' && against.key === 'taken');
  });
}

/** A copy of the problem in which one cause does not hold for a school. */
export function without(problem: PlanProblem, school: PlanSchool, key: string): PlanProblem {
  const ofSchool: Record<string, Partial<PlanSchool>> = {
    unavailable: { unavailable: [] },
    weekday: { notOnWeekdays: [] },
    'too-soon': { lastVisitedOn: null },
    snoozed: { snoozed: null },
    closing: { closesOn: null },
  };
  const ofProblem: Record<string, () => Partial<PlanProblem>> = {
    window: () => ({
      windows: problem.windows.filter(
        ({ phases }) => phases !== null && !phases.includes(school.phase),
      ),
    }),
    horizon: () => ({ horizon: { ...problem.horizon, from: problem.asOf } }),
    team: () => ({
      visitors: problem.visitors.map((visitor) =>
        visitor.regionIds.includes(school.regionId)
          ? { ...visitor, weekdays: [1, 2, 3, 4, 5], away: [] }
          : visitor,
      ),
    }),
  };
  return {
    ...problem,
    ...ofProblem[key]?.(),
    schools: problem.schools.map((one) =>
      one.urn === school.urn ? { ...one, ...ofSchool[key] } : one,
    ),
  };
}
