import { useGetList } from 'react-admin';
import type { PlanDocument } from '@tracker/contract';
import { PageTabs } from '../layout/PageTabs';
import { useSignedInUser } from '../providers/use-signed-in-user';
import { ownRegionsFilter } from './own-regions';

interface PlanTabsProps {
  shown: 'plan-round' | 'plan-documents' | 'plan-figures';
}

/** The parts of Plans: looking for them, confirming those that were captured, and what these say. */
export function PlanTabs({ shown }: PlanTabsProps) {
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
        { path: 'plan-figures', words: 'Figures' },
      ]}
    />
  );
}
