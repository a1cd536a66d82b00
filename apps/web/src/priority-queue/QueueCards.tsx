import { RecordContextProvider, useListContext } from 'react-admin';
import Box from '@mui/material/Box';
import { mayWriteInRegion, type QueueEntry, type SignedInUser } from '@tracker/contract';
import { Empty } from '../layout/Empty';
import { Waiting } from '../layout/Waiting';
import { QueueBulkActions } from './QueueBulkActions';
import { QueueCard } from './QueueCard';

/** The queue on a phone: one card a school, with the same facts as a row. */
export function QueueCards({ user }: { user: SignedInUser }) {
  const { data, isPending } = useListContext<QueueEntry>();
  if (isPending) return <Waiting words="Loading the queue…" />;
  if (!data?.length) return <Empty title="No school matches these filters." />;
  return (
    <Box sx={{ position: 'relative' }}>
      {user.role !== 'manager' && <QueueBulkActions user={user} />}
      <Box component="ol" sx={{ listStyle: 'none', m: 0, p: 0 }}>
        {data.map((entry) => (
          <RecordContextProvider key={entry.id} value={entry}>
            <QueueCard entry={entry} selectable={mayWriteInRegion(user, entry.regionId)} />
          </RecordContextProvider>
        ))}
      </Box>
    </Box>
  );
}
