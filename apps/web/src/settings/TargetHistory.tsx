import { useQuery } from '@tanstack/react-query';
import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import type { TargetChange } from '@tracker/contract';
import { instantInWords } from '../fields/texts';
import { Failure } from '../layout/Failure';
import { Section } from '../layout/Section';

import { byHandInWords } from './target-form';
import { call } from '../providers/call';

/** Who aimed at what, and when. */
export function TargetHistory({ academicYear }: { academicYear: string }) {
  const { data, error, refetch } = useQuery({
    queryKey: ['targets', academicYear, 'history'],
    queryFn: ({ signal }) =>
      call('GET /api/targets/{academicYear}/history', { academicYear, signal }),
  });
  return (
    <Section title={`Changes to the target of ${academicYear}`}>
      {error && <Failure error={error} onRetry={() => void refetch()} />}
      {data?.length === 0 && (
        <Typography variant="body2" sx={{ color: 'text.secondary' }}>
          Nobody has changed it.
        </Typography>
      )}
      <Box component="ol" sx={{ listStyle: 'none', m: 0, p: 0 }}>
        {data?.map((change) => (
          <Box
            component="li"
            key={change.at}
            sx={{
              borderTop: 1,
              borderColor: 'divider',
              py: 1,
              '&:first-of-type': { borderTop: 0 },
            }}
          >
            <Typography variant="body2" sx={{ color: 'text.secondary' }}>
              {instantInWords(change.at)}, {change.byName ?? 'somebody who has left'}
            </Typography>
            <Typography>{inWords(change)}</Typography>
          </Box>
        ))}
      </Box>
    </Section>
  );
}

function inWords({ visits, surveys, regions }: TargetChange): string {
  const whole = byHandInWords({ visits, surveys });
  if (regions.length === 0) return `${whole}, every region in proportion`;
  const set = regions.map((region) => `${region.regionName} ${byHandInWords(region)}`);
  return `${whole}; by hand: ${set.join('; ')}`;
}
