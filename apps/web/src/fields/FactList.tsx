import type { ReactNode } from 'react';
import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { Known } from './texts';

/** Names with their values; what is not known is said to be. */
export function FactList({ facts }: { facts: readonly (readonly [string, ReactNode])[] }) {
  return (
    <Box component="dl" sx={{ m: 0, mt: 1 }}>
      {facts.map(([name, value]) => (
        <Box
          key={name}
          sx={{
            display: 'grid',
            gridTemplateColumns: 'minmax(5.5rem, 2fr) minmax(0, 3fr)',
            gap: 1.5,
            py: 0.5,
          }}
        >
          <Typography component="dt" variant="body2" sx={{ color: 'text.secondary' }}>
            {name}
          </Typography>
          <Typography component="dd" variant="body2" sx={{ m: 0, overflowWrap: 'anywhere' }}>
            <Known>{value}</Known>
          </Typography>
        </Box>
      ))}
    </Box>
  );
}
