import { useEffect, useRef } from 'react';
import Box from '@mui/material/Box';
import Link from '@mui/material/Link';
import { Link as RouterLink, useLocation } from 'react-router-dom';
import { plural } from '@tracker/domain';
import { APP_BAR_HEIGHT } from '../layout/app-bar-height';
import { TONES } from '../layout/palette';
import { useSignal } from '../providers/use-signal';
import { useSignedInUser } from '../providers/use-signed-in-user';
import type { DeviceLog } from './device-log';
import { mayTakeAlong } from './pack';
import { ON_DEVICE_PATH } from './paths';
import { useDeviceLogs } from './use-device-logs';

/** How much of the window's top it takes, for whatever else sticks there or scrolls under it. */
const HEIGHT = '--signal-bar';

/**
 * Under the header, on every screen, however far down it is read: whether there is a signal and what of
 * one's logs is not sent.
 */
export function SignalBar() {
  const reached = useSignal();
  const logs = useDeviceLogs();
  const { pathname } = useLocation();
  const user = useSignedInUser();
  const words = wordsOf(reached, logs);
  const goesThere = logs.length > 0 || (user !== undefined && mayTakeAlong(user));
  const bar = useToldHeight(words !== null);
  if (!words) return null;
  const attention = logs.some(({ state }) => state === 'attention');
  return (
    <Box
      ref={bar}
      role="region"
      aria-label="Signal and logs on this device"
      sx={({ palette, zIndex }) => ({
        ...{ display: 'flex', flexWrap: 'wrap', columnGap: 2, px: { xs: 2, md: 3 }, py: 0.75 },
        ...{ position: 'sticky', top: APP_BAR_HEIGHT, zIndex: zIndex.appBar - 1 },
        // On a telephone held sideways there is no room to spare.
        '@media (max-height: 400px)': { position: 'static' },
        backgroundColor: TONES[palette.mode][attention ? 'late' : 'booked'].ground,
        color: TONES[palette.mode][attention ? 'late' : 'booked'].text,
        fontSize: '0.875rem',
      })}
    >
      <span role="status">{words}</span>
      {goesThere && pathname !== ON_DEVICE_PATH && (
        <Link component={RouterLink} to={ON_DEVICE_PATH} color="inherit" sx={{ fontWeight: 700 }}>
          Your visits on this device
        </Link>
      )}
    </Box>
  );
}

function useToldHeight(shown: boolean) {
  const bar = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const root = document.documentElement.style;
    const element = bar.current;
    if (!shown || !element) return;
    const tell = () => {
      const sticks = getComputedStyle(element).position === 'sticky';
      root.setProperty(HEIGHT, `${sticks ? element.offsetHeight : 0}px`);
    };
    tell();
    const watch = new ResizeObserver(tell);
    watch.observe(element);
    return () => {
      watch.disconnect();
      root.removeProperty(HEIGHT);
    };
  }, [shown]);
  return bar;
}

function wordsOf(reached: boolean, logs: readonly DeviceLog[]): string | null {
  const count = (state: DeviceLog['state']) => logs.filter((log) => log.state === state).length;
  const [waiting, attention] = [count('waiting'), count('attention')];
  const parts = [
    !reached && 'No signal: what you see may be out of date.',
    waiting > 0 &&
      `${plural(waiting, 'log')} ${waiting === 1 ? 'waits' : 'wait'} on this device to be sent.`,
    attention > 0 &&
      `${plural(attention, 'log')} ${attention === 1 ? 'needs' : 'need'} your attention.`,
  ].filter(Boolean);
  return parts.length > 0 ? parts.join(' ') : null;
}
