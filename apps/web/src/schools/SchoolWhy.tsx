import { useQuery } from '@tanstack/react-query';
import Typography from '@mui/material/Typography';
import { Section } from '../layout/Section';
import { HoldNote } from '../priority-queue/HoldNote';
import { QueueRowMenu } from '../priority-queue/QueueRowMenu';
import { ScoreFactors } from '../priority-queue/ScoreFactors';
import type { QueueEntry } from '@tracker/contract';
import { call } from '../providers/call';
import { isHttpError } from '../providers/problems';

const RANKING_MS = 2000;

/** Null for a school that is not in the queue: closed, or not state-funded. */
async function findQueueEntry(schoolId: string, signal: AbortSignal): Promise<QueueEntry | null> {
  try {
    return await call('GET /api/priority-queue/{schoolId}', { schoolId, signal });
  } catch (error) {
    if (isHttpError(error) && error.status === 404) return null;
    throw error;
  }
}

/** Why the school stands where it stands in the queue. */
export function SchoolWhy({ schoolId }: { schoolId: string }) {
  const { data: entry, isPending } = useQuery({
    queryKey: ['priority-queue', 'getOne', { id: schoolId }],
    queryFn: ({ signal }) => findQueueEntry(schoolId, signal),
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
