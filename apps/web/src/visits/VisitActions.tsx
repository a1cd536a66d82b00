import { useGetList } from 'react-admin';
import Typography from '@mui/material/Typography';
import type { FollowUpAction } from '@tracker/contract';
import { ActionItems } from '../fields/ActionItems';

/** The actions agreed at a visit; nothing when there are none. */
export function VisitActions({ visitId }: { visitId: string }) {
  const { data } = useGetList<FollowUpAction>('follow-up-actions', {
    filter: { visitId },
    pagination: { page: 1, perPage: 100 },
    sort: { field: 'dueOn', order: 'ASC' },
  });
  if (!data?.length) return null;
  return (
    <>
      <Typography variant="h3" sx={{ mt: 3 }}>
        Actions agreed
      </Typography>
      <ActionItems actions={data} />
    </>
  );
}
