import { useEffect, useState } from 'react';
import Box from '@mui/material/Box';
import LinearProgress from '@mui/material/LinearProgress';
import Typography from '@mui/material/Typography';

/** True once `seconds` have passed since the component appeared. */
export function useAfter(seconds: number): boolean {
  const [passed, setPassed] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setPassed(true), seconds * 1000);
    return () => clearTimeout(timer);
  }, [seconds]);
  return passed;
}

/** What stands where something is being fetched: nothing for a moment, then a bar with words. */
export function Waiting({ words = 'Loading…' }: { words?: string }) {
  const shown = useAfter(0.3);
  const long = useAfter(6);
  return (
    <Box role="status" sx={{ py: 4, maxWidth: 420, visibility: shown ? 'visible' : 'hidden' }}>
      <Typography sx={{ color: 'text.secondary', mb: 1 }}>
        {words}
        {long && ' This takes longer than usual; it is still being worked on.'}
      </Typography>
      <LinearProgress aria-label={words} />
    </Box>
  );
}

/** The waiting page of the whole window, before the layout is there. */
export function WaitingPage() {
  return (
    <Box sx={{ minHeight: '100vh', display: 'grid', placeItems: 'center', px: 3 }}>
      <Waiting words="Opening the tracker…" />
    </Box>
  );
}
