import Link from '@mui/material/Link';
import Typography from '@mui/material/Typography';
import { Link as RouterLink } from 'react-router-dom';
import { plural } from '@tracker/domain';
import type { QueueFilter, Region } from '@tracker/contract';
import { useStaff } from '../fields/inputs';
import { useFacets } from '../fields/use-facets';
import { RecordList } from '../records/RecordList';
import { REGIONS } from './region-words';
import { WithoutRegion } from './WithoutRegion';

/** Which districts belong together, and who leads them. */
export default function RegionList() {
  const { districts } = useFacets();
  return (
    <RecordList<Region>
      {...REGIONS}
      title="Regions"
      sort={{ field: 'name', order: 'ASC' }}
      summary={<WithoutRegion districts={districts} />}
      about="A region is a group of districts with a regional team."
      row={(region) => <RegionRow region={region} />}
    />
  );
}

function RegionRow({ region }: { region: Region }) {
  const lead = useStaff().find(({ id }) => id === region.leadUserId);
  const inRegion: QueueFilter = { regionId: region.id };
  const filter = encodeURIComponent(JSON.stringify(inRegion));
  return (
    <>
      <Typography variant="h2">{region.name}</Typography>
      <Typography variant="body2">
        {region.districts.length ? region.districts.join(', ') : 'No districts yet'}
      </Typography>
      <Typography variant="body2" sx={{ color: 'text.secondary' }}>
        {lead ? `Led by ${lead.name}` : 'No lead yet'} ·{' '}
        <Link component={RouterLink} to={`/priority-queue?filter=${filter}`}>
          {plural(region.schoolsInScope, 'school')} in the queue
        </Link>
      </Typography>
    </>
  );
}
