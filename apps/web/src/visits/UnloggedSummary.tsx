import { useGetList, useListContext } from 'react-admin';
import Link from '@mui/material/Link';
import Typography from '@mui/material/Typography';
import { plural } from '@tracker/domain';
import type { Visit } from '@tracker/contract';

/** How many visits somebody still has to say something about. */
export function UnloggedSummary() {
  const { filterValues, setFilters } = useListContext<Visit>();
  const regionId: string | undefined = filterValues.regionId || undefined;
  const filter = { ...(regionId && { regionId }), unlogged: true };
  const { total } = useGetList<Visit>('visits', {
    filter,
    pagination: { page: 1, perPage: 1 },
    sort: { field: 'day', order: 'DESC' },
  });
  if (total === undefined) return null;
  if (total === 0)
    return <Typography sx={{ mt: 0.5 }}>Every visit whose day has passed is logged.</Typography>;
  return (
    <Typography sx={{ mt: 0.5 }}>
      <Link
        component="button"
        type="button"
        sx={{ font: 'inherit', fontWeight: 700, verticalAlign: 'baseline' }}
        onClick={() => setFilters(filter)}
      >
        {plural(total, 'visit')}
      </Link>
      {total === 1 ? ' has passed and is not logged yet.' : ' have passed and are not logged yet.'}
    </Typography>
  );
}
