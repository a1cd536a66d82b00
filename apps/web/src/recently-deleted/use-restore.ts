import { useNotify, useRefresh } from 'react-admin';
import { sentenceOf } from '../providers/problems';
import { call } from '../providers/call';

export type Restorable = 'contacts' | 'follow-up-actions';

/** Brings back what was deleted; says why where it cannot, and resolves to `false`. */
export function useRestore() {
  const notify = useNotify();
  const refresh = useRefresh();
  return async (resource: Restorable, id: string): Promise<boolean> => {
    try {
      await call(`POST /api/${resource}/{id}/restore`, { id });
      refresh();
      return true;
    } catch (error) {
      notify(sentenceOf(error), { type: 'error' });
      return false;
    }
  };
}
