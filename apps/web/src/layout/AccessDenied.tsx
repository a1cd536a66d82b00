import Link from '@mui/material/Link';
import Typography from '@mui/material/Typography';
import { Link as RouterLink } from 'react-router-dom';
import { PageHeading } from './PageHeading';

export function AccessDenied() {
  return (
    <>
      <PageHeading title="This page is not for your account" />
      <Typography>
        Ask the Head of Participation or an administrator if you need it.{' '}
        <Link component={RouterLink} to="/">
          Go to the priority queue
        </Link>
        .
      </Typography>
    </>
  );
}
