import Button from '@mui/material/Button';
import Box from '@mui/material/Box';
import Link from '@mui/material/Link';
import Typography from '@mui/material/Typography';
import { Link as RouterLink } from 'react-router-dom';
import { SET_UP_WORDS } from '../layout/set-up-words';
import { useSetUp, useSetUpHidden } from '../layout/use-set-up';

/** Where to go once a file is in: to the next step of a hub that is being set up, else to the queue. */
export function WhatNext() {
  const setUp = useSetUp();
  const [hidden] = useSetUpHidden();
  const next = hidden ? undefined : setUp?.steps.find(({ done }) => !done);
  if (next) {
    const { title, to, why } = SET_UP_WORDS[next.key];
    return (
      <Box sx={{ mt: 2 }}>
        <Typography sx={{ mb: 1 }}>
          Next in setting up the tracker: {title.toLowerCase()}. {why}
        </Typography>
        <Button variant="contained" component={RouterLink} to={to}>
          {title}
        </Button>{' '}
        <Button component={RouterLink} to="/">
          See all steps
        </Button>
      </Box>
    );
  }
  return (
    <Typography sx={{ mt: 2 }}>
      The schools are ranked again within moments.{' '}
      <Link component={RouterLink} to="/priority-queue">
        Go to the priority queue
      </Link>
    </Typography>
  );
}
