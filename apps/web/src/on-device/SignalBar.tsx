import { useSyncExternalStore } from 'react';
import Box from '@mui/material/Box';
import Link from '@mui/material/Link';
import { Link as RouterLink, useLocation } from 'react-router-dom';
import { plural } from '@tracker/domain';
import { TONES } from '../layout/palette';
import { signalStore } from '../providers/signal';
import { useSignedInUser } from '../providers/use-signed-in-user';
import type { DeviceLog } from './device-log';
import { mayTakeAlong } from './pack';
import { ON_DEVICE_PATH } from './paths';
import { useDeviceLogs } from './use-device-logs';

/** Under the header, on every screen: whether there is a signal and what of one's logs is not sent. */
export function SignalBar() {
  const reached = useSyncExternalStore(signalStore.subscribe, signalStore.isReached);
  const logs = useDeviceLogs();
  const { pathname } = useLocation();
  const user = useSignedInUser();
  const words = wordsOf(reached, logs);
  const goesThere = logs.length > 0 || (user !== undefined && mayTakeAlong(user));
  if (!words) return null;
  const attention = logs.some(({ state }) => state === 'attention');
  return (
    <Box
      role="region"
      aria-label="Signal and logs on this device"
      sx={({ palette }) => ({
        ...{ display: 'flex', flexWrap: 'wrap', columnGap: 2, px: { xs: 2, md: 3 }, py: 0.75 },
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
