import Link from '@mui/material/Link';
import Typography from '@mui/material/Typography';
import { Link as RouterLink } from 'react-router-dom';
import { Empty } from '../layout/Empty';
import { PageHeading } from '../layout/PageHeading';
import { useMayRunTheHub } from '../providers/use-signed-in-user';

/** The tracker on its first day. */
export function QueueEmpty() {
  const mayImport = useMayRunTheHub();
  return (
    <>
      <PageHeading title="Priority queue" />
      <Empty title="There are no schools in the tracker yet.">
        <Typography>
          {mayImport ? (
            <>
              <Link component={RouterLink} to="/imports/create">
                Import the school register
              </Link>
              , then your past visits; the queue ranks itself.
            </>
          ) : (
            'Once the Head of Participation has imported the school register, they stand here in order.'
          )}
        </Typography>
      </Empty>
    </>
  );
}
