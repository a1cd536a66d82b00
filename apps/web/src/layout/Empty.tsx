import type { ReactNode } from 'react';
import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';

/** What stands where a list would, when there is nothing to list: what it means, what to do. */
export function Empty({ title, children }: { title: string; children?: ReactNode }) {
  return (
    <Box sx={{ px: { xs: 2, md: 3 }, py: 4, maxWidth: 640 }}>
      <Typography variant="h3" component="p">
        {title}
      </Typography>
      {children && <Box sx={{ color: 'text.secondary', mt: 0.5 }}>{children}</Box>}
    </Box>
  );
}
