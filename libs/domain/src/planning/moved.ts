import { formatDay, mondayOf, type Day } from '../day';
import { PlanView } from './view';
import { halfTermsLate } from './lateness';
import { ruleInWords } from './notes';
import { fixedUrns, type PlanLine, type PlanProblem } from './problem';
import { kmInWords } from './why/with';

/** A line of the plan before that is another now. */
export interface Moved {
  urn: number;
  from: PlanLine;
  /** Null where the school has no line any longer. */
  to: PlanLine | null;
  /** `Mill Lane, from the week of 3 Feb to that of 24 Feb: the school cannot.` */
  sentence: string;
}

/** `3 Feb` */
const weekOf = (date: Day): string => formatDay(mondayOf(date)).slice(4, -5);

/** P9: what moved against the plan before, in its order, each with the reason where one can be computed. */
export function movedLines(problem: PlanProblem, plan: readonly PlanLine[]): Moved[] {
  const context = new PlanView(problem, plan);
  const agreed = fixedUrns(problem);
  return (problem.previous ?? []).flatMap((from) => {
    const { urn } = from;
    const school = context.schools.get(urn);
    if (!school || agreed.has(urn) || from.date < problem.horizon.from) return [];
    const to = context.lines.get(urn) ?? null;
    if (to?.date === from.date && to.visitorId === from.visitorId) return [];
    const reason = whyMoved(context, from, to);
    return [
      { urn, from, to, sentence: `${school.name}, ${moveInWords(context, from, to)}${reason}.` },
    ];
  });
}

function moveInWords({ visitors }: PlanView, from: PlanLine, to: PlanLine | null): string {
  if (to === null) return `left out, in the week of ${weekOf(from.date)} before`;
  const name = visitors.get(to.visitorId)!.name;
  const isOther = from.visitorId !== to.visitorId;
  if (from.date === to.date) return `now visited by ${name}`;
  const who = isOther ? ` by ${name}` : '';
  if (mondayOf(from.date) === mondayOf(to.date)) {
    return `from ${formatDay(from.date).slice(0, -5)} to ${formatDay(to.date).slice(0, -5)}${who}`;
  }
  return `from the week of ${weekOf(from.date)} to that of ${weekOf(to.date)}${who}`;
}

/** `: the school cannot before`; empty where no rule, place, lateness or way says why. */
function whyMoved(context: PlanView, from: PlanLine, to: PlanLine | null): string {
  const { problem } = context;
  if (!context.visitors.has(from.visitorId)) return ': the visitor makes no visits any more';
  if (!problem.schoolDays.includes(from.date)) return `: ${ruleInWords('day')}`;
  const forbids = context.forbids(from);
  if (forbids) return `: ${ruleInWords(forbids)}`;
  const exceeds = context.exceeds(from);
  if (exceeds) return ': the visitor’s place then went to another school';
  if (to === null) return '';
  const school = context.schools.get(from.urn)!;
  const sooner =
    halfTermsLate(problem, school, from.date) - halfTermsLate(problem, school, to.date);
  if (sooner > 0) return ': it is less late';
  const saved = context.kmOf(from) - context.kmOf(to);
  if (saved >= 0.05) return `: saves ${kmInWords(saved)}`;
  return '';
}
