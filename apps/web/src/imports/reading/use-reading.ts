import { useNotify, useRefresh } from 'react-admin';
import { useQueryClient } from '@tanstack/react-query';
import { sentenceOf } from '../../providers/problems';
import { useAnswerTo } from '../use-answer-to';
import { call } from '../../providers/call';

/** Everything that is known of one import's reading. */
const readingKey = (id: string) => ['imports', id, 'reading'] as const;
export const rowsKey = (id: string) => ['imports', id, 'rows'] as const;

/** @param version of the import: each check is a reading of its own */
export function useReading(id: string, version: number) {
  return useAnswerTo(String(version), {
    queryKey: readingKey(id),
    queryFn: ({ signal }) => call('GET /api/imports/{id}/reading', { id, signal }),
  });
}

/** Carries out a step that changes what the reading says; a failure is a sentence. True when it went through. */
export function useReadingStep(id: string) {
  const queries = useQueryClient();
  const notify = useNotify();
  const refresh = useRefresh();
  return async (step: () => Promise<unknown>): Promise<boolean> => {
    try {
      await step();
    } catch (error) {
      notify(sentenceOf(error), { type: 'error', autoHideDuration: null });
      return false;
    }
    await Promise.all([
      queries.invalidateQueries({ queryKey: readingKey(id) }),
      queries.invalidateQueries({ queryKey: rowsKey(id) }),
    ]);
    refresh();
    return true;
  };
}
