import { useDataProvider } from 'react-admin';
import type { Import, ImportFindingKind } from '@tracker/contract';
import type { TrackerDataProvider } from '../providers/data-provider';
import { useAnswerTo } from './use-answer-to';

/** What an import found of these kinds; asked for anew with each version of the import. */
export function useFindings(record: Import, kinds: readonly ImportFindingKind[]) {
  const dataProvider = useDataProvider<TrackerDataProvider>();
  const { decisions, status, id } = record;
  return useAnswerTo(JSON.stringify([status, decisions]), {
    queryKey: ['imports', 'findings', id, kinds],
    queryFn: ({ signal }) => dataProvider.importFindings(id, kinds, signal),
  });
}
