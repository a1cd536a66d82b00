import { useNotify, useRefresh } from 'react-admin';

/** Carries out a transition, says what was done and shows the visit as it is now. */
export function useVisitCommand() {
  const notify = useNotify();
  const refresh = useRefresh();
  return async <R>(act: Promise<R>, done: string): Promise<R> => {
    const result = await act;
    if (result !== false) {
      notify(done, { type: 'success' });
      refresh();
    }
    return result;
  };
}
