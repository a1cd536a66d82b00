import { useNotify, useRefresh } from 'react-admin';
import { useQueryClient } from '@tanstack/react-query';
import { sentenceOf } from '../../providers/problems';
import { useAnswerTo } from '../use-answer-to';
import { getReading, readingKey, rowsKey } from './reading-calls';

/** @param version of the import: each check is a reading of its own */
export function useReading(id: string, version: number) {
  return useAnswerTo(String(version), {
    queryKey: readingKey(id),
    queryFn: ({ signal }) => getReading(id, signal),
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
