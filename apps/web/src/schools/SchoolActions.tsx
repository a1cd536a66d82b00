import { lazy, Suspense, useState } from 'react';
import { useGetList } from 'react-admin';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { OPEN_ACTION_STATUSES } from '@tracker/domain';
import type { FollowUpAction, School } from '@tracker/contract';
import { ActionCard } from '../follow-up-actions/ActionCard';
import { Section } from '../layout/Section';

const ActionDialog = lazy(() => import('../follow-up-actions/ActionDialog'));

/** What was promised and is still to be done; what has been done stands in the timeline. */
export function SchoolActions({ school, mayWrite }: { school: School; mayWrite: boolean }) {
  const [adding, setAdding] = useState(false);
  const { data, isPending } = useGetList<FollowUpAction>('follow-up-actions', {
    filter: { schoolId: school.id, withPredecessors: true, status: OPEN_ACTION_STATUSES },
    pagination: { page: 1, perPage: 100 },
    sort: { field: 'dueOn', order: 'ASC' },
  });
  return (
    <Section
      title="Follow-up actions"
      action={
        mayWrite && (
          <Button size="small" onClick={() => setAdding(true)}>
            Add an action
          </Button>
        )
      }
    >
      {!data?.length && (
        <Typography variant="body2" sx={{ color: 'text.secondary' }}>
          {isPending ? 'Loading the actions…' : 'No open actions.'}
        </Typography>
      )}
      <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0 }}>
        {data?.map((action) => (
          <Box
            component="li"
            key={action.id}
            sx={{
              py: 1,
              borderBottom: 1,
              borderColor: 'divider',
              '&:last-child': { borderBottom: 0 },
            }}
          >
            <ActionCard action={action} withSchool={action.schoolId !== school.id} />
          </Box>
        ))}
      </Box>
      <Suspense fallback={null}>
        {adding && <ActionDialog school={school} onClose={() => setAdding(false)} />}
      </Suspense>
    </Section>
  );
}
