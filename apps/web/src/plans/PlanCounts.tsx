import { useListContext } from 'react-admin';
import { useQuery } from '@tanstack/react-query';
import Box from '@mui/material/Box';
import Link from '@mui/material/Link';
import Typography from '@mui/material/Typography';
import { Link as RouterLink } from 'react-router-dom';
import { NO_REGION, type PlanFigures, type PlanRoundEntry } from '@tracker/contract';
import { PLAN_STATE_LABELS, PLAN_STATES, plural, type PlanState } from '@tracker/domain';
import { regionIdsOf } from '../fields/own-regions';
import { useRegionNames } from '../fields/RegionName';
import { call } from '../providers/call';

/** How many schools have a plan, of the regions the list is narrowed to; every number opens its list. */
export function PlanCounts() {
  const { filterValues } = useListContext<PlanRoundEntry>();
  const regionIds = regionIdsOf(filterValues);
  const regionNames = useRegionNames(regionIds);
  const { data, error } = useQuery({
    queryKey: ['plan-figures'],
    queryFn: ({ signal }) => call('GET /api/plan-figures', { signal }),
  });
  if (error) return null;
  if (!data) {
    return <Typography sx={{ mt: 0.5, color: 'text.secondary' }}>Counting the plans…</Typography>;
  }
  const { schools, count } = countedIn(data, regionIds);
  const region = regionIds.length > 0 ? { regionId: regionIds } : {};
  return (
    <>
      <Typography sx={{ mt: 0.5 }}>
        {plural(schools, 'school')}
        {regionNames && ` in ${regionNames}`}, {data.academicYear}:
      </Typography>
      <Box component="ul" aria-label="Schools by state of their plan" sx={LIST}>
        {PLAN_STATES.map((state) => (
          <li key={state}>
            <Link
              component={RouterLink}
              to={`/schools?${new URLSearchParams({
                filter: JSON.stringify({ ...region, inScope: true, planState: state }),
              })}`}
              sx={{ display: 'inline-block', py: 0.25 }}
            >
              <b>{count(state).toLocaleString('en-GB')}</b> {PLAN_STATE_LABELS[state].toLowerCase()}
            </Link>
          </li>
        ))}
      </Box>
    </>
  );
}

/** Of the regions chosen; of all schools where none is. */
function countedIn(figures: PlanFigures, regionIds: readonly string[]) {
  const parts =
    regionIds.length === 0
      ? [figures]
      : figures.byRegion.filter(({ regionId }) => regionIds.includes(regionId ?? NO_REGION));
  return {
    schools: parts.reduce((sum, part) => sum + part.schools, 0),
    count: (state: PlanState) =>
      parts
        .flatMap(({ states }) => states)
        .reduce((sum, one) => (one.state === state ? sum + one.schools : sum), 0),
  };
}

const LIST = {
  ...{ listStyle: 'none', m: 0, mb: 1.5, p: 0 },
  ...{ display: 'flex', flexWrap: 'wrap', columnGap: 3, rowGap: 0.5 },
} as const;
