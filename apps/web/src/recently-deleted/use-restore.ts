import { useDataProvider, useNotify, useRefresh } from 'react-admin';
import type { TrackerDataProvider } from '../providers/data-provider';
import { sentenceOf } from '../providers/problems';

export type Restorable = 'contacts' | 'follow-up-actions';

/** Brings back what was deleted; says why where it cannot, and resolves to `false`. */
export function useRestore() {
  const dataProvider = useDataProvider<TrackerDataProvider>();
  const notify = useNotify();
  const refresh = useRefresh();
  return async (resource: Restorable, id: string): Promise<boolean> => {
    try {
      await dataProvider.restore(resource, id);
      refresh();
      return true;
    } catch (error) {
      notify(sentenceOf(error), { type: 'error' });
      return false;
    }
  };
}
