import type { ReactNode } from 'react';
import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';

/** How a figure comes about, for whoever asks. */
export function HowComputed({ words, children }: { words: string; children: ReactNode }) {
  return (
    <Box component="details" sx={{ mt: 1 }}>
      <Typography
        component="summary"
        variant="body2"
        sx={{ cursor: 'pointer', width: 'fit-content', py: 0.25 }}
      >
        {words}
      </Typography>
      <Typography component="div" variant="body2" sx={{ color: 'text.secondary', maxWidth: 720 }}>
        {children}
      </Typography>
    </Box>
  );
}
