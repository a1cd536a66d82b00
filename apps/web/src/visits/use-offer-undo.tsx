import { useNotify, useRefresh } from 'react-admin';
import { UndoNotice } from '../fields/UndoNotice';
import { sentenceOf } from '../providers/problems';

const UNDO_MS = 10_000;

/** Says what was done to a visit, shows it as it is now, and offers to take it back for a while. */
export function useOfferUndo() {
  const notify = useNotify();
  const refresh = useRefresh();
  return (words: string, takeBack: () => Promise<unknown>): void => {
    const undo = async () => {
      try {
        await takeBack();
      } catch (error) {
        notify(sentenceOf(error), { type: 'error' });
      }
      refresh();
    };
    notify(<UndoNotice words={words} onUndo={() => void undo()} />, { autoHideDuration: UNDO_MS });
    refresh();
  };
}
