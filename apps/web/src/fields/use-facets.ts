import { useDataProvider } from 'react-admin';
import { useQuery } from '@tanstack/react-query';
import type { TrackerDataProvider } from '../providers/data-provider';
import type { SchoolFacets } from '../providers/school-verbs';

const NONE: SchoolFacets = { districts: [], phases: [] };

/** Districts and phases that occur among the schools; empty until they are known. */
export function useFacets(): SchoolFacets & { known: boolean } {
  const dataProvider = useDataProvider<TrackerDataProvider>();
  const { data } = useQuery({
    queryKey: ['schools', 'facets'],
    queryFn: ({ signal }) => dataProvider.schoolFacets(signal),
    staleTime: 30_000,
  });
  return { ...(data ?? NONE), known: data !== undefined };
}

export function namedChoices(names: readonly string[]): { id: string; name: string }[] {
  return names.map((name) => ({ id: name, name }));
}
