import { useSyncExternalStore } from 'react';
import Box from '@mui/material/Box';
import { outageStore, type OutageState } from '../providers/outage';
import { TONES } from '../layout/palette';

const WORDS: Record<Exclude<OutageState, 'none'>, string> = {
  not_saving:
    'The tracker cannot save at the moment. You can go on reading, and what you typed stays here. It tries again by itself.',
  closed:
    'The tracker is not available at the moment. What you typed stays here. It tries again by itself.',
  saved: 'The tracker can save again.',
};

/** Under the header, on every screen, while nothing can be saved. */
export function OutageBar() {
  const state = useSyncExternalStore(outageStore.subscribe, outageStore.state);
  const tone = state === 'saved' ? 'booked' : 'late';
  return (
    <Box
      role="status"
      aria-label="Whether the tracker saves"
      sx={({ palette }) =>
        state === 'none'
          ? {}
          : {
              ...{ px: { xs: 2, md: 3 }, py: 0.75, fontSize: '0.875rem' },
              backgroundColor: TONES[palette.mode][tone].ground,
              color: TONES[palette.mode][tone].text,
            }
      }
    >
      {state !== 'none' && WORDS[state]}
    </Box>
  );
}
