import type { ReactNode } from 'react';
import Box from '@mui/material/Box';
import Card from '@mui/material/Card';
import Link from '@mui/material/Link';
import Typography from '@mui/material/Typography';
import { Link as RouterLink } from 'react-router-dom';
import type { LeftOutSchool, VisitPlan } from '@tracker/contract';
import { plural } from '@tracker/domain';
import { Choice } from '../fields/Choice';
import { FilterGroup } from '../fields/FilterGroup';
import { useRegions } from '../fields/RegionName';
import { ToneChip } from '../fields/ToneChip';
import { Empty } from '../layout/Empty';
import { Failure } from '../layout/Failure';
import { Waiting } from '../layout/Waiting';
import { schoolPath } from '../paths/school-paths';
import type { PlanPage } from '../paths/visit-plan-paths';
import { BAND_TONES, BAND_WORDS } from './plan-words';
import type { TurnTo } from './use-plan-address';
import { useLeftOut } from './use-visit-plan';

interface LeftOutProps {
  plan: VisitPlan;
  page: PlanPage;
  turnTo: TurnTo;
  choice: ReactNode;
}

/** Schools in need of a visit without a line: why, and what would let each in. */
export function LeftOut({ plan, page, turnTo, choice }: LeftOutProps) {
  const { regionId } = page;
  const { data, error, refetch } = useLeftOut(plan.id, regionId ? { regionId } : {});
  const regions = useRegions();
  return (
    <>
      <FilterGroup>
        {choice}
        <Choice
          label="Region"
          all="All regions"
          value={regionId}
          choices={regions}
          onChange={(chosen) => turnTo({ regionId: chosen })}
        />
      </FilterGroup>
      {error ? (
        <Failure error={error} onRetry={() => void refetch()} />
      ) : data ? (
        <Schools schools={data} />
      ) : (
        <Waiting words="Loading the schools that are left out…" />
      )}
    </>
  );
}

function Schools({ schools }: { schools: readonly LeftOutSchool[] }) {
  if (schools.length === 0) {
    return <Empty title="No school in need of a visit is left out." />;
  }
  return (
    <>
      <Typography sx={{ mb: 1 }}>
        {plural(schools.length, 'school')}, in the order of the queue.
      </Typography>
      <Card component="ul" aria-label="Schools left out" sx={{ listStyle: 'none', m: 0, p: 0 }}>
        {schools.map((school) => (
          <Row key={school.id} school={school} />
        ))}
      </Card>
    </>
  );
}

function Row({ school }: { school: LeftOutSchool }) {
  const { position, schoolId, schoolName, regionName, band, sentence, letsIn } = school;
  return (
    <Box component="li" sx={ROW}>
      <Box sx={{ minWidth: 0 }}>
        <Typography sx={{ fontWeight: 650, overflowWrap: 'anywhere' }}>
          {position}.{' '}
          <Link component={RouterLink} to={schoolPath(schoolId)}>
            {schoolName}
          </Link>
        </Typography>
        <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, alignItems: 'center', mt: 0.5 }}>
          <ToneChip tone={BAND_TONES[band]} label={BAND_WORDS[band]} />
          <Typography variant="body2">{regionName ?? 'No region'}</Typography>
        </Box>
      </Box>
      <Box sx={{ minWidth: 0, overflowWrap: 'anywhere' }}>
        <Typography>{sentence}</Typography>
        <Typography variant="body2" sx={{ color: 'text.secondary' }}>
          What would let it in: {letsIn}
        </Typography>
      </Box>
    </Box>
  );
}

const ROW = {
  ...{ display: 'grid', columnGap: 3, rowGap: 1, p: 1.5, borderBottom: 1, borderColor: 'divider' },
  gridTemplateColumns: { xs: 'minmax(0, 1fr)', md: 'minmax(0, 2fr) minmax(0, 3fr)' },
  '&:last-child': { borderBottom: 0 },
} as const;
