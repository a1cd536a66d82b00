import type { Import, ImportFindingKind } from '@tracker/contract';
import { useAnswerTo } from './use-answer-to';
import { call } from '../providers/call';

/** What an import found of these kinds; asked for anew with each version of the import. */
export function useFindings(record: Import, kinds: readonly ImportFindingKind[]) {
  const { decisions, status, id } = record;
  return useAnswerTo(JSON.stringify([status, decisions]), {
    queryKey: ['imports', 'findings', id, kinds],
    queryFn: ({ signal }) =>
      call('GET /api/imports/{id}/findings', {
        ...{ id, signal },
        query: { filter: { kind: kinds }, range: [0, 999] },
      }),
  });
}
