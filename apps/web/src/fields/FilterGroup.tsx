import type { ReactNode } from 'react';
import Box from '@mui/material/Box';

/** What a page of figures is narrowed by, above it and not on paper. */
export function FilterGroup({ children }: { children: ReactNode }) {
  return (
    <Box
      role="group"
      aria-label="What to show"
      className="no-print"
      sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'flex-start', gap: 1.5, mb: 2 }}
    >
      {children}
    </Box>
  );
}
