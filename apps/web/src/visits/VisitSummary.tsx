import { useGetList, useListContext } from 'react-admin';
import Link from '@mui/material/Link';
import Typography from '@mui/material/Typography';
import { plural } from '@tracker/domain';
import type { Visit, VisitFilter } from '@tracker/contract';
import { regionIdsOf } from '../fields/own-regions';
import { VISIT_TIME_PRESETS } from './VisitTimePresets';

function useTotal(filter: VisitFilter): number | undefined {
  return useGetList<Visit>('visits', {
    filter,
    pagination: { page: 1, perPage: 1 },
    sort: { field: 'day', order: 'DESC' },
  }).total;
}

/** What somebody still has to say or decide about the visits, each with its list behind it. */
export function VisitSummary() {
  const { filterValues, setFilters, setSort } = useListContext<Visit>();
  const inRegion: VisitFilter =
    regionIdsOf(filterValues).length > 0 ? { regionId: filterValues.regionId } : {};
  const unlogged = useTotal({ ...inRegion, unlogged: true });
  const atClosedSchool = useTotal({ ...inRegion, atClosedSchool: true });
  return (
    <>
      {unlogged === 0 && (
        <Typography sx={{ mt: 0.5 }}>Every visit whose day has passed is logged.</Typography>
      )}
      <Counted
        total={unlogged}
        words={['has passed and is not logged yet.', 'have passed and are not logged yet.']}
        onOpen={() => {
          setFilters({ ...inRegion, when: 'unlogged' });
          setSort(VISIT_TIME_PRESETS.unlogged.sort);
        }}
      />
      <Counted
        total={atClosedSchool}
        words={[
          'is planned at a school that has closed.',
          'are planned at schools that have closed.',
        ]}
        onOpen={() => setFilters({ ...inRegion, when: 'all', atClosedSchool: true })}
      />
    </>
  );
}

interface CountedProps {
  total: number | undefined;
  /** What is said of one, and of several. */
  words: [one: string, several: string];
  onOpen: () => void;
}

function Counted({ total, words: [one, several], onOpen }: CountedProps) {
  if (!total) return null;
  return (
    <Typography sx={{ mt: 0.5 }}>
      <Link
        component="button"
        type="button"
        sx={{ font: 'inherit', fontWeight: 700, verticalAlign: 'baseline' }}
        onClick={onOpen}
      >
        {plural(total, 'visit')}
      </Link>{' '}
      {total === 1 ? one : several}
    </Typography>
  );
}
