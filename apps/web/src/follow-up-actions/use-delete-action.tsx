import { useDataProvider, useNotify, useRefresh } from 'react-admin';
import type { FollowUpAction } from '@tracker/contract';
import { UndoNotice } from '../fields/UndoNotice';
import { sentenceOf } from '../providers/problems';
import { useRestore } from '../recently-deleted/use-restore';

const UNDO_MS = 10_000;

/** Deletes an action at once and offers to take that back; for a while it also lies in the bin. */
export function useDeleteAction() {
  const dataProvider = useDataProvider();
  const notify = useNotify();
  const refresh = useRefresh();
  const restore = useRestore();
  return async ({ id, title, version }: FollowUpAction): Promise<void> => {
    try {
      await dataProvider.delete('follow-up-actions', { id, meta: { version } });
      const undo = () => void restore('follow-up-actions', id);
      notify(<UndoNotice words={`“${title}” deleted.`} onUndo={undo} />, {
        autoHideDuration: UNDO_MS,
      });
    } catch (error) {
      notify(sentenceOf(error), { type: 'error' });
    }
    refresh();
  };
}
