import { useQuery } from '@tanstack/react-query';
import type { AnswerOf } from '@tracker/contract';
import { call } from '../providers/call';

/** The districts and phases that occur, for filters. */
export type SchoolFacets = AnswerOf<'GET /api/schools/facets'>;

const NONE: SchoolFacets = { districts: [], phases: [] };

/** Districts and phases that occur among the schools; empty until they are known. */
export function useFacets(): SchoolFacets & { known: boolean } {
  const { data } = useQuery({
    queryKey: ['schools', 'facets'],
    queryFn: ({ signal }) => call('GET /api/schools/facets', { signal }),
    staleTime: 30_000,
  });
  return { ...(data ?? NONE), known: data !== undefined };
}

export function namedChoices(names: readonly string[]): { id: string; name: string }[] {
  return names.map((name) => ({ id: name, name }));
}
