import { useNotify, useRefresh } from 'react-admin';
import type { VisitPlanLine, VisitPlanLineChange } from '@tracker/contract';
import { formatDay } from '@tracker/domain';
import { call } from '../providers/call';
import { sentenceOf } from '../providers/problems';
import { useOfferUndo } from '../visits/use-offer-undo';
import { undoOf } from './line-undo';

export type LineChange = Omit<VisitPlanLineChange, 'version'>;

export const changeLine = (
  { id, version }: Pick<VisitPlanLine, 'id' | 'version'>,
  change: LineChange,
): Promise<VisitPlanLine> =>
  call('PATCH /api/visit-plan-lines/{id}', { id, body: { version, ...change } });

/** Changes a line, says so, and offers to take it back. */
export function useLineChanges() {
  const offerUndo = useOfferUndo();
  const notify = useNotify();
  const refresh = useRefresh();

  /** @throws what the server says against it */
  const change = async (
    before: VisitPlanLine,
    wish: LineChange,
    words: (after: VisitPlanLine) => string,
  ): Promise<VisitPlanLine> => {
    const after = await changeLine(before, wish).catch((error: unknown) => {
      refresh();
      throw error;
    });
    offerUndo(words(after), () => changeLine(after, undoOf(before, after)));
    return after;
  };

  /** As above, for a press without a form: what the server says is shown as a notice. */
  const changeAtOnce = (
    before: VisitPlanLine,
    wish: LineChange,
    words: (after: VisitPlanLine) => string,
  ): void => {
    change(before, wish, words).catch((error: unknown) =>
      notify(sentenceOf(error), { type: 'error' }),
    );
  };

  return {
    change,
    lock: (line: VisitPlanLine, locked: boolean) =>
      changeAtOnce(line, { locked }, () =>
        locked
          ? `${line.schoolName} is locked: it stays when the plan is made again.`
          : `${line.schoolName} is no longer locked.`,
      ),
    putBack: (line: VisitPlanLine) =>
      changeAtOnce(line, { status: 'proposed' }, () => `${line.schoolName} is in the plan again.`),
    move: (line: VisitPlanLine, to: LineChange) =>
      change(line, to, ({ date, visitorName }) => movedWords(line, date, visitorName)),
    drop: (line: VisitPlanLine) =>
      change(line, { status: 'dropped' }, () => `${line.schoolName} is left out this year.`),
  };
}

const movedWords = ({ schoolName }: VisitPlanLine, date: string, visitorName: string) =>
  `${schoolName} is moved to ${formatDay(date)}, ${visitorName}.`;
