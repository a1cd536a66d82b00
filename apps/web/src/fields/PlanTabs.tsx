import { useGetList } from 'react-admin';
import type { PlanDocument } from '@tracker/contract';
import { PageTabs } from '../layout/PageTabs';
import { useSignedInUser } from '../providers/use-signed-in-user';
import { ownRegionsFilter } from './own-regions';

/** The parts of Plans: looking for them, and confirming those that were captured. */
export function PlanTabs({ shown }: { shown: 'plan-round' | 'plan-documents' }) {
  const user = useSignedInUser();
  const { total } = useGetList<PlanDocument>(
    'plan-documents',
    {
      filter: { ...(user && ownRegionsFilter(user)), status: 'to_confirm' },
      pagination: { page: 1, perPage: 1 },
      sort: { field: 'capturedAt', order: 'ASC' },
    },
    { enabled: user !== undefined },
  );
  const count = total === undefined ? '' : ` (${total.toLocaleString('en-GB')})`;
  return (
    <PageTabs
      label="Parts of Plans"
      base=""
      shown={shown}
      parts={[
        { path: 'plan-round', words: 'Round' },
        { path: 'plan-documents', words: `To confirm${count}` },
      ]}
    />
  );
}
