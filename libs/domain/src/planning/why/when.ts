import { addDays, type Day } from '../../day';
import { plural } from '../../plural';
import type { PlanView } from '../view';
import { dueHalfTerm, halfTermsLate } from '../lateness';
import { halfTermOn, isWithin, type PlanLine, type PlanSchool } from '../problem';

/** Windows that begin within so many days are worth being named. */
const SOON = 21;

/** Why this half term. */
export function whenSentence(context: PlanView, school: PlanSchool, line: PlanLine): string {
  const { problem } = context;
  const halfTerm = halfTermOn(problem, line.date);
  const possible = halfTermsPossible(context, school);
  if (possible.length === 1 && possible[0] === halfTerm) {
    return 'The only half term in which it can.';
  }
  const late = halfTermsLate(problem, school, line.date);
  if (late > 0) return `${lateWords(late)}${whyLate(context, school, line, possible)}.`;
  const window = problem.windows.find(
    ({ phases, from }) =>
      phases?.includes(school.phase) && from > line.date && from <= addDays(line.date, SOON),
  );
  const before = window ? ` Before the ${window.words}.` : '';
  if (school.band === 3) return `In time: it is not due this year.${before}`;
  return `In time: due in this half term or later.${before}`;
}

const lateWords = (late: number) =>
  late === 1 ? 'One half term late' : `${plural(late, 'half term')} late`;

/** Half terms with a day on which the school can and somebody of its team visits, whatever else is planned. */
export function halfTermsPossible(context: PlanView, school: PlanSchool): number[] {
  const { problem } = context;
  const team = context.teamOf(school);
  const found = new Set<number>();
  for (const date of problem.schoolDays) {
    const halfTerm = halfTermOn(problem, date);
    if (halfTerm === -1 || found.has(halfTerm)) continue;
    const { urn } = school;
    const isPossible = team.some(({ id }) => !context.forbids({ urn, date, visitorId: id }));
    if (isPossible) found.add(halfTerm);
  }
  return [...found];
}

/** The end of the sentence: what stood in the way of a half term sooner; empty where nothing can be named. */
function whyLate(
  context: PlanView,
  school: PlanSchool,
  line: PlanLine,
  possible: readonly number[],
): string {
  const { problem } = context;
  const due = dueHalfTerm(problem, school);
  const at = halfTermOn(problem, line.date);
  const sooner = possible.filter((t) => t >= due && t < at);
  if (sooner.length === 0) return ': it has no day with its team before';
  const isSooner = (date: Day) => sooner.some((t) => isWithin(problem.halfTerms[t]!, date));
  const team = context.teamOf(school);
  const isFree = team.some((visitor) =>
    sooner.some(
      (t) => context.inHalfTerm(visitor.id, problem.halfTerms[t]!.from) < visitor.perHalfTerm,
    ),
  );
  if (isFree) return '';
  const ids = new Set(team.map(({ id }) => id));
  const taken = context.plan.filter(({ visitorId, date }) => ids.has(visitorId) && isSooner(date));
  const rank = context.ranks.get(school.urn) ?? 0;
  const before = taken.filter(({ urn }) => (context.ranks.get(urn) ?? 0) < rank).length;
  const places = `: every place of its team before is taken`;
  if (taken.length === 0) return `${places} by visits that are agreed`;
  if (before === taken.length) return `${places} by schools ranked before it (${before})`;
  return `${places}, ${before} of ${taken.length} by schools ranked before it, the others to keep ways short`;
}
