import { capital } from '../capital';
import { formatDay } from '../day';
import { plural } from '../plural';
import { knownPlace } from './places';
import { placesWanted, type PlanLine, type PlanProblem } from './problem';
import { brokenRules, makesVisits, schoolForbids, visitorForbids, type RuleKey } from './rules';

/** What broke a rule, in a sentence's end. */
const RULE_WORDS: Record<RuleKey, string> = {
  day: 'it is no school day',
  horizon: 'it lies outside the days of this plan',
  snoozed: 'the school is snoozed',
  closing: 'the school will be closed',
  'too-soon': 'the school was visited too short a time before',
  window: 'schools of its phase are not visited then',
  unavailable: 'the school cannot',
  weekday: 'the school never can on that weekday',
  region: 'the visitor does not look after its region',
  'visitor-day': 'the visitor makes no visits on that weekday',
  'visitor-away': 'the visitor is away',
  'per-day': 'the visitor has too many visits that day',
  'per-week': 'the visitor has too many visits that week',
  'per-half-term': 'the visitor has too many visits that half term',
  twice: 'the school has a visit already',
  wanted: 'more visits are planned than are wanted',
};

export const ruleInWords = (key: RuleKey): string => RULE_WORDS[key];

/** `Schools of its phase are not visited then.` */
export const ruleSentence = (key: RuleKey): string => `${capital(RULE_WORDS[key])}.`;

/** What is to be known of a plan beside its lines, a sentence each. */
export function notesOf(problem: PlanProblem, plan: readonly PlanLine[]): string[] {
  return [
    ...emptiness(problem, plan),
    ...placesMissing(problem),
    ...visitorsPassedOver(problem),
    ...bookedAgainstRules(problem),
    ...lockedAgainstRules(problem),
  ];
}

function emptiness(problem: PlanProblem, plan: readonly PlanLine[]): string[] {
  if (plan.length > 0) return [];
  const wanted = placesWanted(problem);
  if (wanted === 0) {
    const agreed = problem.held.length + problem.booked.length;
    return [
      `Nothing is proposed: of ${plural(problem.wanted, 'visit')} wanted, ${agreed} are held or booked.`,
    ];
  }
  if (!problem.schoolDays.some((day) => day >= problem.horizon.from)) {
    return ['Nothing is proposed: no school day of the year is left.'];
  }
  return ['Nothing is proposed: no school needs a visit that can have one.'];
}

function placesMissing({ schools }: PlanProblem): string[] {
  const without = schools.filter((school) => knownPlace(school) === null);
  if (without.length === 0) return [];
  const names = without.slice(0, 10).map(({ name }) => name);
  const more = without.length > names.length ? ` and ${without.length - names.length} more` : '';
  return [
    `The place of ${plural(without.length, 'school')} is not known; they count as the middle of their region’s schools: ${names.join(', ')}${more}.`,
  ];
}

function visitorsPassedOver(problem: PlanProblem): string[] {
  const days = problem.schoolDays.filter(
    (day) => day >= problem.horizon.from && day <= problem.horizon.to,
  );
  return problem.visitors.flatMap((visitor) => {
    if (!makesVisits(visitor)) return [`${visitor.name} gets no visits: their capacity is 0.`];
    const isFree = days.some((day) => visitorForbids(visitor, day) === null);
    return isFree || days.length === 0
      ? []
      : [`${visitor.name} gets no visits: they are away on every day of theirs.`];
  });
}

/** P1: a booked visit that breaks a rule stays and counts. */
function bookedAgainstRules(problem: PlanProblem): string[] {
  const schools = new Map(problem.schools.map((school) => [school.urn, school]));
  const visitors = new Map(problem.visitors.map((visitor) => [visitor.id, visitor]));
  const schoolDays = new Set(problem.schoolDays);
  return problem.booked.flatMap(({ urn, date, visitorId }) => {
    const school = schools.get(urn);
    if (!school || date < problem.horizon.from) return [];
    const visitor = visitorId === null ? undefined : visitors.get(visitorId);
    const own = schoolForbids(problem, school, date)?.key;
    const key = !schoolDays.has(date)
      ? 'day'
      : (own ??
        (visitor && !visitor.regionIds.includes(school.regionId) ? 'region' : undefined) ??
        (visitor ? visitorForbids(visitor, date) : null));
    return key
      ? [`${school.name} is booked for ${formatDay(date)}, although ${RULE_WORDS[key]}.`]
      : [];
  });
}

/** P1: a locked line against the rules stays, and is said to be stale. */
function lockedAgainstRules(problem: PlanProblem): string[] {
  const names = new Map(problem.schools.map(({ urn, name }) => [urn, name]));
  return brokenRules(problem, problem.locked ?? []).flatMap(({ key, line }) =>
    key === 'school' || key === 'visitor'
      ? []
      : [
          `The locked line of ${names.get(line.urn)} on ${formatDay(line.date)} is stale: ${RULE_WORDS[key]}.`,
        ],
  );
}
