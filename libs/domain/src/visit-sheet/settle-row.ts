import type { Day } from '../day';
import { checkVisitedOn } from '../visit-life';
import type { RowFault } from './file-reading';
import type { HandedBackFor, RowDecision } from './row-outcome';

/** What bears on the row's faults. */
type DecisionOfRow = Pick<RowDecision, 'visitedOn' | 'schoolId' | 'tookPlace'>;

/** What a decision puts right. */
const MENDED: Partial<
  Record<HandedBackFor, (fault: RowFault, decision: DecisionOfRow) => boolean>
> = {
  day: (_, { visitedOn }) => Boolean(visitedOn),
  school: (_, { schoolId }) => Boolean(schoolId),
  not_held: (_, { tookPlace }) => tookPlace === true,
  struck_or_hidden: (_, { tookPlace }) => tookPlace === true,
  // Who types the day has said how it is to be read; who says it took place has said that.
  question: ({ question = '' }, { visitedOn, tookPlace }) =>
    question.startsWith('held-')
      ? tookPlace === true
      : Boolean(visitedOn) || (question.startsWith('days-') && tookPlace === true),
};

/** The first fault of a row that no decision has put right; null when there is none. */
export function openFault(
  faults: readonly RowFault[],
  decision: DecisionOfRow,
  today: Day,
): RowFault | null {
  const open = faults.find((fault) => MENDED[fault.for]?.(fault, decision) !== true);
  if (open) return open;
  const { visitedOn } = decision;
  const problem = visitedOn ? checkVisitedOn(visitedOn, today) : null;
  return problem === null
    ? null
    : { for: 'day', column: '', value: visitedOn ?? '', message: problem };
}
