import Link from '@mui/material/Link';
import Typography from '@mui/material/Typography';
import { Link as RouterLink } from 'react-router-dom';
import { PageHeading } from './PageHeading';

export function NotFound() {
  return (
    <>
      <PageHeading title="There is no page at this address" />
      <Typography>
        The address may be mistyped, or the record may be gone.{' '}
        <Link component={RouterLink} to="/">
          Go to the priority queue
        </Link>
        .
      </Typography>
    </>
  );
}
