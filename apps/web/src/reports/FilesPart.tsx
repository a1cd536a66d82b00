import { useQuery } from '@tanstack/react-query';
import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { Failure } from '../layout/Failure';
import { Section } from '../layout/Section';
import { Waiting } from '../layout/Waiting';
import { MakeReport } from './MakeReport';
import { ReportRow } from './ReportRow';

import { REPORTS } from './report-keys';
import { isUnderWay } from '../fields/under-way';
import { call } from '../providers/call';

const LOOK_AGAIN_MS = 1_000;

/** Make a file, watch it being made, and take it. */
export function FilesPart() {
  const { data, error, refetch } = useQuery({
    queryKey: REPORTS,
    queryFn: ({ signal }) => call('GET /api/reports', { query: { range: [0, 49] }, signal }),
    refetchInterval: ({ state }) => (state.data?.some(isUnderWay) ? LOOK_AGAIN_MS : false),
  });
  return (
    <Box sx={{ display: 'grid', gap: 2, gridTemplateColumns: 'minmax(0, 1fr)' }}>
      <MakeReport />
      <Section title="Files">
        {error && !data && <Failure error={error} onRetry={() => void refetch()} />}
        {!data && !error && <Waiting words="Loading the files…" />}
        {data?.length === 0 && (
          <Typography sx={{ color: 'text.secondary' }}>
            There are none yet. Choose above what you want to take along.
          </Typography>
        )}
        {data && data.length > 0 && (
          <Box component="ul" aria-label="Files" sx={{ listStyle: 'none', m: 0, p: 0 }}>
            {data.map((report) => (
              <ReportRow key={report.id} report={report} />
            ))}
          </Box>
        )}
      </Section>
    </Box>
  );
}
