import Link from '@mui/material/Link';
import Typography from '@mui/material/Typography';
import { Link as RouterLink } from 'react-router-dom';
import { useMayRunTheHub } from '../providers/use-signed-in-user';
import { Empty } from './Empty';
import { PageHeading } from './PageHeading';

/** A page of schools on the tracker's first day. */
export function NoSchoolsYet({ title }: { title: string }) {
  const mayImport = useMayRunTheHub();
  return (
    <>
      <PageHeading title={title} />
      <Empty title="There are no schools in the tracker yet.">
        <Typography>
          {mayImport ? (
            <>
              <Link component={RouterLink} to="/imports/create">
                Import the school register
              </Link>
              , then your past visits. The queue ranks itself.
            </>
          ) : (
            'They appear here once the Head of Participation has imported the school register.'
          )}
        </Typography>
      </Empty>
    </>
  );
}
