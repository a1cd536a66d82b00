import { useEffect } from 'react';
import Box from '@mui/material/Box';
import { TONES } from '../layout/palette';
import { call } from '../providers/call';
import { useSignal } from '../providers/use-signal';

const EVERY_MS = 15_000;

/** The signal's bar for pages outside the layout, where nobody need be signed in. */
export function NoSignalLine() {
  const reached = useSignal();
  useEffect(() => {
    if (reached) return;
    // The answer itself says that there is a signal again.
    const ask = () => void call('GET /api/health').catch(() => undefined);
    const timer = setInterval(ask, EVERY_MS);
    window.addEventListener('online', ask);
    return () => {
      clearInterval(timer);
      window.removeEventListener('online', ask);
    };
  }, [reached]);
  return (
    <Box
      role="status"
      sx={({ palette, zIndex }) => ({
        ...{ position: 'sticky', top: 0, zIndex: zIndex.appBar },
        backgroundColor: TONES[palette.mode].booked.ground,
        color: TONES[palette.mode].booked.text,
        fontSize: '0.875rem',
      })}
    >
      {!reached && (
        <Box sx={{ px: 2, py: 0.75 }}>
          No signal: the tracker cannot be reached. What you typed stays on this page.
        </Box>
      )}
    </Box>
  );
}
