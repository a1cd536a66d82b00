import { useDataProvider } from 'react-admin';
import { useQuery } from '@tanstack/react-query';
import Typography from '@mui/material/Typography';
import { Section } from '../layout/Section';
import { HoldNote } from '../priority-queue/HoldNote';
import { QueueRowMenu } from '../priority-queue/QueueRowMenu';
import { ScoreFactors } from '../priority-queue/ScoreFactors';
import type { TrackerDataProvider } from '../providers/data-provider';

const RANKING_MS = 2000;

/** Why the school stands where it stands in the queue. */
export function SchoolWhy({ schoolId }: { schoolId: string }) {
  const dataProvider = useDataProvider<TrackerDataProvider>();
  const { data: entry, isPending } = useQuery({
    queryKey: ['priority-queue', 'getOne', { id: schoolId }],
    queryFn: ({ signal }) => dataProvider.findQueueEntry(schoolId, signal),
    refetchInterval: ({ state }) => (state.data?.stale ? RANKING_MS : false),
  });
  return (
    <Section
      title={entry ? `Number ${entry.rank} in the priority queue` : 'The priority queue'}
      action={entry && <QueueRowMenu entry={entry} />}
    >
      {!entry && (
        <Typography variant="body2" sx={{ color: 'text.secondary' }}>
          {isPending ? 'Looking up its place…' : 'The school is not ranked yet.'}
        </Typography>
      )}
      {entry && (
        <>
          {entry.stale && (
            <Typography role="status" variant="body2" sx={{ mb: 1 }}>
              Something has just changed; the school is being ranked again.
            </Typography>
          )}
          <HoldNote hold={entry.hold} />
          <ScoreFactors score={entry.score} factors={entry.factors} />
        </>
      )}
    </Section>
  );
}
