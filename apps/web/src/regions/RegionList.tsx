import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Link from '@mui/material/Link';
import Typography from '@mui/material/Typography';
import { Link as RouterLink } from 'react-router-dom';
import { plural } from '@tracker/domain';
import type { QueueFilter, Region } from '@tracker/contract';
import { CardList } from '../fields/CardList';
import { useStaff } from '../fields/inputs';
import { ListFrame } from '../fields/ListFrame';
import { useFacets } from '../fields/use-facets';
import { Empty } from '../layout/Empty';
import { PageHeading } from '../layout/PageHeading';
import { useMayRunTheHub } from '../providers/use-signed-in-user';
import { WithoutRegion } from './WithoutRegion';

/** Which districts belong together, and who leads them. */
export default function RegionList() {
  const mayRunTheHub = useMayRunTheHub();
  const { districts } = useFacets();
  const addButton = mayRunTheHub && (
    <Button variant="contained" component={RouterLink} to="/regions/create">
      Add a region
    </Button>
  );
  return (
    <Box sx={{ maxWidth: 900 }}>
      <ListFrame<Region>
        resource="regions"
        counted={{ one: 'region' }}
        title="Regions"
        primary={addButton}
        perPage={100}
        sort={{ field: 'name', order: 'ASC' }}
        summary={<WithoutRegion districts={districts} />}
        empty={
          <>
            <PageHeading title="Regions" actions={addButton}>
              <WithoutRegion districts={districts} />
            </PageHeading>
            <Empty title="There are no regions yet.">
              A region is a group of districts with a regional team.
            </Empty>
          </>
        }
      >
        <CardList<Region>
          none="There are no regions yet."
          card={(region) => <RegionRow region={region} mayChange={mayRunTheHub} />}
        />
      </ListFrame>
    </Box>
  );
}

function RegionRow({ region, mayChange }: { region: Region; mayChange: boolean }) {
  const lead = useStaff().find(({ id }) => id === region.leadUserId);
  const inRegion: QueueFilter = { regionId: region.id };
  const filter = encodeURIComponent(JSON.stringify(inRegion));
  return (
    <Box sx={{ display: 'flex', justifyContent: 'space-between', gap: 2, flexWrap: 'wrap' }}>
      <Box sx={{ flex: '1 1 18rem' }}>
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
      </Box>
      {mayChange && (
        <Button
          component={RouterLink}
          to={`/regions/${encodeURIComponent(region.id)}`}
          aria-label={`Change ${region.name}`}
          sx={{ alignSelf: 'start' }}
        >
          Change
        </Button>
      )}
    </Box>
  );
}
