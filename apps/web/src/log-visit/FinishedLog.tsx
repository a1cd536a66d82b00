import { useState } from 'react';
import Button from '@mui/material/Button';
import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { Link as RouterLink } from 'react-router-dom';
import { PageHeading } from '../layout/PageHeading';
import type { DeviceLog } from '../on-device/device-log';
import { changeLog } from '../on-device/device-logs';
import { LogState } from '../on-device/LogState';
import { ON_DEVICE_PATH } from '../on-device/paths';
import { useDeviceLogs } from '../on-device/use-device-logs';
import { sendLog } from '../on-device/send-logs';

interface FinishedLogProps {
  log: DeviceLog;
  onReopened: (log: DeviceLog) => void;
}

/** A log that is finished and not on the tracker yet. */
export function FinishedLog({ log: first, onReopened }: FinishedLogProps) {
  const log = useDeviceLogs().find(({ id }) => id === first.id) ?? first;
  const reopen = async () => {
    const reopened = await changeLog(log.id, (present) =>
      present.state === 'waiting' && !present.underWay
        ? { ...present, state: 'draft', hold: null }
        : null,
    );
    if (reopened) onReopened(reopened);
  };
  const [sending, setSending] = useState(false);
  const tryNow = async () => {
    setSending(true);
    await sendLog(log.id).catch(() => undefined);
    setSending(false);
  };
  return (
    <>
      <PageHeading title={`Log a visit to ${log.schoolName}`}>
        <Typography sx={{ mt: 1 }}>This log is finished.</Typography>
        <LogState log={log} />
      </PageHeading>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1 }}>
        {log.state === 'waiting' && (
          <Button
            variant="contained"
            size="large"
            aria-disabled={sending}
            onClick={() => void (sending || tryNow())}
          >
            {sending ? 'Sending…' : 'Try to send it now'}
          </Button>
        )}
        {log.state === 'waiting' && !log.underWay && (
          <Button variant="outlined" size="large" onClick={() => void reopen()}>
            Change it
          </Button>
        )}
        <Button size="large" component={RouterLink} to={ON_DEVICE_PATH}>
          Everything on this device
        </Button>
      </Box>
      {log.underWay && (
        <Typography variant="body2" sx={{ color: 'text.secondary', mt: 1, maxWidth: 640 }}>
          It was on its way when the signal went, and may have arrived. It is sent again as it is,
          so that it arrives once; after that it can be corrected.
        </Typography>
      )}
    </>
  );
}
