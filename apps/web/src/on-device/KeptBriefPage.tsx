import Link from '@mui/material/Link';
import { Link as RouterLink, useParams } from 'react-router-dom';
import { PageHeading } from '../layout/PageHeading';
import { KeptSchool } from './KeptSchool';
import { ON_DEVICE_PATH } from './paths';
import { placeOf } from './pack';
import { useKeptPack } from './use-device-logs';

/** What one reads before going in, as it was taken along. */
export default function KeptBriefPage() {
  const { id } = useParams();
  const kept = useKeptPack();
  const visit = kept?.pack.visits.find((each) => each.id === id);
  const place = kept && placeOf(kept.pack, visit?.schoolId);
  if (!kept || !visit || !place) {
    return (
      <>
        <PageHeading title="This visit is not on this device" />
        <Link component={RouterLink} to={ON_DEVICE_PATH}>
          Your visits on this device
        </Link>
      </>
    );
  }
  return <KeptSchool title={place.school.name} {...{ kept, place, visit }} />;
}
