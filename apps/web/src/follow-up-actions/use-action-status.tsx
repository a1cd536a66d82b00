import { useContext } from 'react';
import { useDataProvider, useNotify, useRefresh } from 'react-admin';
import type { ActionStatus, FollowUpAction } from '@tracker/contract';
import { AskOvertaken } from '../conflicts/use-conflicts';
import { UndoNotice } from '../fields/UndoNotice';
import { ACTION_STATUS_WORDS } from '../fields/words';
import { sentenceOf, staleRecordOf } from '../providers/problems';
import { ownerAndDay } from './action-words';

const SAID: Record<ActionStatus, string> = {
  open: 'is open again',
  in_progress: 'is in progress',
  done: 'is done',
  dropped: 'is dropped',
};

const UNDO_MS = 10_000;

/**
 * Gives an action another state at once and offers to take that back. When somebody else changed the
 * action meanwhile, it says what it is now and asks.
 */
export function useActionStatus() {
  const dataProvider = useDataProvider();
  const ask = useContext(AskOvertaken);
  const notify = useNotify();
  const refresh = useRefresh();

  const save = async (
    action: FollowUpAction,
    status: ActionStatus,
  ): Promise<FollowUpAction | null> => {
    let { version } = action;
    for (;;) {
      try {
        const data = { status, version };
        const saved = await dataProvider.update<FollowUpAction>('follow-up-actions', {
          id: action.id,
          data,
          previousData: action,
        });
        return saved.data;
      } catch (error) {
        const current = staleRecordOf(error) as unknown as FollowUpAction | null;
        if (!current) throw error;
        const goOn = await ask({
          title: 'Someone else changed this action while you were looking at it',
          sentence: `Nothing is saved yet. You were about to make it: ${ACTION_STATUS_WORDS[status]}.`,
          typed: [],
          now: [
            ['What', current.title],
            ['State', ACTION_STATUS_WORDS[current.status]],
            ['Owner and due date', ownerAndDay(current)],
          ],
          goOn: 'Change the status anyway',
        });
        if (!goOn) return null;
        ({ version } = current);
      }
    }
  };

  const change = async (
    action: FollowUpAction,
    status: ActionStatus,
    undo = true,
  ): Promise<void> => {
    try {
      const saved = await save(action, status);
      refresh();
      if (!saved) return;
      const said = `“${action.title}” ${SAID[status]}.`;
      if (!undo) return notify(said, { type: 'success' });
      const back = () => void change(saved, action.status, false);
      notify(<UndoNotice words={said} onUndo={back} />, { autoHideDuration: UNDO_MS });
    } catch (error) {
      notify(sentenceOf(error), { type: 'error' });
      refresh();
    }
  };
  return change;
}
