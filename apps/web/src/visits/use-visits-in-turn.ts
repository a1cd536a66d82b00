import { useRefresh } from 'react-admin';
import type { Visit } from '@tracker/contract';
import type { FailureBody } from '../providers/problems';
import { isHttpError, sentenceOf } from '../providers/problems';

/** What came of each visit asked for, in the order asked: the visit, or why there is none. */
export type VisitResult = { visit: Visit } | { problem: string; onlyWarned?: boolean };

const NOT_CHOSEN = 'not saved, because someone else changed the visit at the same time.';

/** Carries out a request for each item, one after the other, whatever becomes of the others. */
export function useVisitsInTurn<T>(act: (item: T) => Promise<Visit | false>) {
  const refresh = useRefresh();
  return async (items: readonly T[]): Promise<VisitResult[]> => {
    const results: VisitResult[] = [];
    for (const item of items) {
      try {
        const visit = await act(item);
        results.push(visit ? { visit } : { problem: NOT_CHOSEN });
      } catch (error) {
        // Nobody is signed in: the rest would fail alike.
        if (isHttpError(error) && error.status === 401) throw error;
        const onlyWarned =
          isHttpError(error) && Boolean((error.body as FailureBody).problem?.warnings);
        results.push({ problem: sentenceOf(error), onlyWarned });
      }
    }
    refresh();
    return results;
  };
}

/** Why some were refused, by the school's name; null when all were taken. */
export function refusalOf(
  results: readonly VisitResult[],
  schools: readonly { name: string }[],
): string | null {
  const refused = results.flatMap((result, i) =>
    'problem' in result ? [`${schools[i]?.name ?? ''}: ${result.problem}`] : [],
  );
  return refused.length > 0 ? refused.join(' ') : null;
}

/** Whether nothing but warnings stands in the way of those that were refused. */
export function onlyWarned(results: readonly VisitResult[]): boolean {
  return results.every((result) => !('problem' in result) || result.onlyWarned);
}
