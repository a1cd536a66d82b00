import Link from '@mui/material/Link';
import Typography from '@mui/material/Typography';
import { Link as RouterLink } from 'react-router-dom';
import { PageHeading } from './PageHeading';

export function NotFound() {
  return (
    <>
      <PageHeading title="There is no page at this address" />
      <Typography sx={{ maxWidth: 640 }}>
        The link may not be complete, or what it leads to may have been deleted. Copy the whole
        link, or go to{' '}
        <Link component={RouterLink} to="/">
          Today
        </Link>
        .
      </Typography>
    </>
  );
}
