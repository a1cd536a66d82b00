import { useGetList } from 'react-admin';
import Typography from '@mui/material/Typography';
import type { FollowUpAction } from '@tracker/contract';
import { ActionItems } from '../fields/ActionItems';
import { Section } from '../layout/Section';

/** What was promised and is still to be done, and what has been done. */
export function SchoolActions({ schoolId }: { schoolId: string }) {
  const { data, isPending } = useGetList<FollowUpAction>('follow-up-actions', {
    filter: { schoolId, withPredecessors: true },
    pagination: { page: 1, perPage: 100 },
    sort: { field: 'dueOn', order: 'ASC' },
  });
  return (
    <Section title="Follow-up actions">
      {data?.length ? (
        <ActionItems actions={data} />
      ) : (
        <Typography variant="body2" sx={{ color: 'text.secondary' }}>
          {isPending ? 'Loading the actions…' : 'None. Actions are agreed when a visit is logged.'}
        </Typography>
      )}
    </Section>
  );
}
