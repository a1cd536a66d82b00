import type { ReactNode } from 'react';
import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';

interface TimelineItemProps {
  /** What the school was called then, when it was one before it. */
  formerName?: string | null;
  children: ReactNode;
}

/** One thing in the school's timeline. */
export function TimelineItem({ formerName, children }: TimelineItemProps) {
  return (
    <Box
      component="li"
      sx={{
        py: 1.5,
        borderBottom: 1,
        borderColor: 'divider',
        '&:last-child': { borderBottom: 0, pb: 0 },
      }}
    >
      {children}
      {formerName && (
        <Typography variant="body2" sx={{ fontStyle: 'italic' }}>
          As {formerName}
        </Typography>
      )}
    </Box>
  );
}
