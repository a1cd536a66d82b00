import { useEffect, useRef } from 'react';
import { type UseQueryOptions, useQuery } from '@tanstack/react-query';

/**
 * A query that is asked anew when what it belongs to changes, and keeps its last answer until the new
 * one is there: also when that never comes.
 *
 * @param belongsTo tells one state of that from another
 */
export function useAnswerTo<T>(belongsTo: string, options: UseQueryOptions<T>) {
  const query = useQuery(options);
  const { refetch } = query;
  const asked = useRef(belongsTo);
  useEffect(() => {
    if (asked.current === belongsTo) return;
    asked.current = belongsTo;
    void refetch();
  }, [belongsTo, refetch]);
  return query;
}
