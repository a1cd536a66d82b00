import { useQuery } from '@tanstack/react-query';
import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { londonDayOf, visitEventInWords } from '@tracker/domain';
import type { Visit } from '@tracker/contract';
import { Failure } from '../layout/Failure';
import { Section } from '../layout/Section';
import { call } from '../providers/call';

/** What happened to a visit, the latest first, each with who, when and why. */
export function VisitHistory({ visit }: { visit: Visit }) {
  const { data, error, isPending, refetch } = useQuery({
    queryKey: ['visits', 'history', visit.id, visit.version],
    queryFn: ({ signal }) => call('GET /api/visits/{id}/history', { id: visit.id, signal }),
  });
  return (
    <Section title="Arrangements">
      {error && <Failure error={error} onRetry={() => void refetch()} />}
      {isPending && <Typography variant="body2">Loading what happened…</Typography>}
      {data?.length === 0 && (
        <Typography variant="body2" sx={{ color: 'text.secondary' }}>
          Nothing has been written down yet.
        </Typography>
      )}
      <Box component="ol" sx={{ listStyle: 'none', m: 0, p: 0 }}>
        {data?.toReversed().map((event) => (
          <Typography
            component="li"
            variant="body2"
            key={event.id}
            sx={{ py: 0.75, overflowWrap: 'anywhere' }}
          >
            {visitEventInWords(event, londonDayOf(event.at) ?? event.at.slice(0, 10))}
          </Typography>
        ))}
      </Box>
    </Section>
  );
}
