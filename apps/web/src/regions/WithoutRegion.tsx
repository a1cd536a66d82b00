import { Fragment } from 'react';
import { useGetList, useListContext } from 'react-admin';
import Link from '@mui/material/Link';
import Typography from '@mui/material/Typography';
import { Link as RouterLink } from 'react-router-dom';
import { NO_REGION, type Region, type School, type SchoolFilter } from '@tracker/contract';
import { plural } from '@tracker/domain';

const schoolsWith = (filter: SchoolFilter) =>
  `/schools?${new URLSearchParams({ filter: JSON.stringify(filter) })}`;

const HAVE_NONE = { regionId: NO_REGION, inScope: true };
const COUNT = { filter: HAVE_NONE, pagination: { page: 1, perPage: 1 } };

/** Districts in no region, and schools that no regional team visits; silent when there are none. */
export function WithoutRegion({ districts }: { districts: readonly string[] }) {
  const { data, isPending } = useListContext<Region>();
  const { total = 0 } = useGetList<School>('schools', COUNT);
  if (isPending) return null;
  const assigned = new Set((data ?? []).flatMap((region) => region.districts));
  const left = districts.filter((district) => !assigned.has(district));
  return (
    <>
      {left.length > 0 && (
        <Typography sx={{ mt: 0.5 }}>
          In no region yet:{' '}
          {left.map((district, at) => (
            <Fragment key={district}>
              {at > 0 && ', '}
              <Link component={RouterLink} to={schoolsWith({ district, inScope: true })}>
                {district}
              </Link>
            </Fragment>
          ))}
          .
        </Typography>
      )}
      {total > 0 && (
        <Typography sx={{ mt: 0.5 }}>
          {plural(total, 'school')} in the visiting cycle {total === 1 ? 'has' : 'have'} no region,
          and no regional team sees {total === 1 ? 'it' : 'them'} as its own.{' '}
          <Link component={RouterLink} to={schoolsWith(HAVE_NONE)}>
            {total === 1 ? 'Show it' : 'Show them'}
          </Link>
        </Typography>
      )}
    </>
  );
}
