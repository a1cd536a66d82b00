import { PlanView } from '../view';
import type { PlanLine, PlanProblem } from '../problem';
import { daySentence } from './day';
import { whenSentence } from './when';
import { whichSentence } from './which';
import { whoSentence } from './who';
import { withSentence } from './with';

export const WHY_KEYS = ['which', 'when', 'with', 'day', 'who'] as const;

export interface Why {
  key: (typeof WHY_KEYS)[number];
  sentence: string;
}

/**
 * P12: why a line is as it is, in the order of `WHY_KEYS`; nothing for a school or visitor that the problem does not
 * know.
 *
 * @param context of the same problem and plan, where many lines are asked for
 */
export function whyOf(
  problem: PlanProblem,
  plan: readonly PlanLine[],
  line: PlanLine,
  context = new PlanView(problem, plan),
): Why[] {
  const school = context.schools.get(line.urn);
  if (!school || !context.visitors.has(line.visitorId)) return [];
  return [
    { key: 'which', sentence: whichSentence(context, school) },
    { key: 'when', sentence: whenSentence(context, school, line) },
    { key: 'with', sentence: withSentence(context, school, line) },
    { key: 'day', sentence: daySentence(context, school, line) },
    { key: 'who', sentence: whoSentence(context, school, line) },
  ];
}
