import { useGetList, useListContext } from 'react-admin';
import Link from '@mui/material/Link';
import Typography from '@mui/material/Typography';
import type { QueueEntry, QueueFilter } from '@tracker/contract';
import { regionIdsOf } from '../fields/own-regions';
import { useRegionNames } from '../fields/RegionName';
import { NOT_IN_THREE_YEARS } from '../fields/states';

const ONE_ROW = { page: 1, perPage: 1 };
const BY_RANK = { field: 'rank', order: 'ASC' } as const;

function useTotal(filter: QueueFilter): number | null | undefined {
  const asked = { filter, pagination: ONE_ROW, sort: BY_RANK };
  const { total, error } = useGetList<QueueEntry>('priority-queue', asked);
  return error ? null : total;
}

/** The first question answered without a click: how many schools have waited three years or more. */
export function QueueSummary() {
  const { filterValues, setFilters } = useListContext<QueueEntry>();
  const regionIds = regionIdsOf(filterValues);
  const regionNames = useRegionNames(regionIds);
  // Of the schools the other filters leave, whatever their state.
  const others: QueueFilter = Object.fromEntries(
    Object.entries(filterValues).filter(([name]) => name !== 'state'),
  );
  const all = useTotal(others);
  const waiting = useTotal({ ...others, state: [...NOT_IN_THREE_YEARS] });
  if (all === undefined || waiting === undefined) {
    return <Typography sx={{ mt: 0.5, color: 'text.secondary' }}>Counting the schools…</Typography>;
  }
  // The list below says why it cannot be read.
  if (all === null || waiting === null || all === 0) return null;
  const narrowed = Object.entries(others).some(
    ([name, value]) => name !== 'regionId' && value !== undefined && value !== '',
  );
  const schools = `${narrowed ? 'matching ' : ''}${all === 1 ? 'school' : 'schools'}`;
  // The list may be narrowed by state, which this number is not.
  const inAnyState = filterValues.state === undefined ? '' : ' in any state';
  const of = all === 1 && waiting === 1 ? '' : `${waiting.toLocaleString('en-GB')} of `;
  const where = `${regionNames ? ` in ${regionNames}` : ''}${inAnyState}`;
  const have = waiting === 1 || all === 1 ? 'has' : 'have';
  return (
    <Typography sx={{ mt: 0.5 }}>
      <Link
        component="button"
        type="button"
        sx={{ font: 'inherit', fontWeight: 700, verticalAlign: 'baseline' }}
        onClick={() => setFilters({ ...others, state: [...NOT_IN_THREE_YEARS] })}
      >
        {`${of}${all.toLocaleString('en-GB')} ${schools}`}
      </Link>
      {`${where} ${have} not been visited in three years.`}
    </Typography>
  );
}
