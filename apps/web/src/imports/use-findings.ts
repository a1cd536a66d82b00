import { useDataProvider } from 'react-admin';
import { useQuery } from '@tanstack/react-query';
import type { Import, ImportFindingKind } from '@tracker/contract';
import type { TrackerDataProvider } from '../providers/data-provider';

/** What an import found of these kinds; asked for anew with each version of the import. */
export function useFindings(record: Import, kinds: readonly ImportFindingKind[]) {
  const dataProvider = useDataProvider<TrackerDataProvider>();
  const { decisions, status, id } = record;
  return useQuery({
    queryKey: ['imports', 'findings', id, kinds, status, decisions],
    queryFn: ({ signal }) => dataProvider.importFindings(id, kinds, signal),
    placeholderData: (before) => before,
  });
}
