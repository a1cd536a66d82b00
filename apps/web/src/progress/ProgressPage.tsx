import { keepPreviousData, useQuery } from '@tanstack/react-query';
import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import GlobalStyles from '@mui/material/GlobalStyles';
import Typography from '@mui/material/Typography';
import { Link as RouterLink } from 'react-router-dom';
import { formatDay } from '@tracker/domain';
import type { Progress } from '@tracker/contract';
import { useRegionName } from '../fields/RegionName';
import { Failure } from '../layout/Failure';
import { NoSchoolsYet } from '../layout/NoSchoolsYet';
import { PageHeading } from '../layout/PageHeading';
import { Waiting } from '../layout/Waiting';
import { BacklogSection } from './BacklogSection';
import { BreakdownSection } from './BreakdownSection';
import { CycleSection } from './CycleSection';
import { PROGRESS_ON_PAPER } from './on-paper';
import { OutcomesSection } from './OutcomesSection';
import { PaceSection } from './PaceSection';
import type { Breakdown } from './paths';
import { PlansSection } from './PlansSection';
import { ProgressFilters } from './ProgressFilters';
import { useProgressAddress } from './use-progress-address';
import { YearAnswers } from './YearAnswers';
import { call } from '../providers/call';

/** Will we reach the target, and whom are we missing? */
export default function ProgressPage() {
  const { address, turnTo } = useProgressAddress();
  const { academicYear, regionId, asOf, by = 'region' } = address;
  const asked = { academicYear, regionId, asOf };
  const { data, error, isPlaceholderData, refetch } = useQuery({
    queryKey: ['progress', asked],
    queryFn: ({ signal }) => call('GET /api/progress', { query: asked, signal }),
    placeholderData: keepPreviousData,
  });
  // A hub without schools is behind nothing.
  const narrowed = regionId ?? academicYear ?? asOf;
  if (data && narrowed === undefined && data.cycle.schoolsInScope === 0 && data.visits === 0) {
    return <NoSchoolsYet title="Progress" />;
  }
  return (
    <>
      <GlobalStyles styles={PROGRESS_ON_PAPER} />
      <PageHeading
        title="Progress"
        actions={
          <Button component={RouterLink} to="/reports" variant="outlined" className="no-print">
            Reports and exports
          </Button>
        }
      >
        {data && <What progress={data} />}
      </PageHeading>
      <ProgressFilters address={address} shown={data} onChange={turnTo} />
      {error && <Failure error={error} onRetry={() => void refetch()} />}
      {!data && !error && <Waiting words="Counting visits and schools…" />}
      {data && !error && (
        <Box aria-busy={isPlaceholderData} sx={{ opacity: isPlaceholderData ? 0.6 : 1 }}>
          <Parts progress={data} by={by} onBy={(next) => turnTo({ by: next })} />
        </Box>
      )}
    </>
  );
}

/** What the figures are of: `2024-25, the whole hub, as of Wed 20 Nov 2024`. */
function What({ progress: { academicYear, regionId, asOf } }: { progress: Progress }) {
  const region = useRegionName(regionId);
  const where = regionId === null ? 'the whole hub' : region;
  return (
    <Typography sx={{ color: 'text.secondary' }}>
      {academicYear}, {where}, as of {formatDay(asOf)}
    </Typography>
  );
}

interface PartsProps {
  progress: Progress;
  by: Breakdown;
  onBy: (by: Breakdown) => void;
}

function Parts({ progress: shown, by, onBy }: PartsProps) {
  return (
    <Box sx={{ display: 'grid', gap: 2, gridTemplateColumns: 'minmax(0, 1fr)' }}>
      {shown.notes.length > 0 && (
        <Alert severity="info" role="note">
          {shown.notes.map((note) => (
            <div key={note}>{note}</div>
          ))}
        </Alert>
      )}
      <YearAnswers progress={shown} />
      <PaceSection progress={shown} />
      <CycleSection progress={shown} />
      <BreakdownSection progress={shown} by={by} onBy={onBy} />
      <BacklogSection progress={shown} />
      <OutcomesSection progress={shown} />
      <PlansSection progress={shown} />
    </Box>
  );
}
