import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { ToneChip } from '../fields/ToneChip';
import type { ToneName } from '../layout/palette';
import { instantInWords } from '../fields/texts';
import type { DeviceLog, DeviceLogState } from './device-log';

const TONES: Record<DeviceLogState, ToneName> = {
  ...{ draft: 'soon', waiting: 'booked', attention: 'late', sent: 'fine' },
};

const time = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Europe/London',
  hour: '2-digit',
  minute: '2-digit',
});

/** `Sent 14:02` of today, else with its day. */
function sentInWords(instant: string): string {
  const at = new Date(instant);
  const isToday = at.toDateString() === new Date().toDateString();
  return `Sent ${isToday ? time.format(at) : instantInWords(instant)}`;
}

function words({ state, sentAt }: DeviceLog): [chip: string, more: string] {
  switch (state) {
    case 'draft':
      return ['Not finished', 'Saved on this device.'];
    case 'waiting':
      return ['Waiting for a signal', 'Saved on this device; it is sent by itself.'];
    case 'attention':
      return ['Needs your attention', 'Saved on this device; the tracker did not take it.'];
    case 'sent':
      return [sentAt ? sentInWords(sentAt) : 'Sent', 'It is on the tracker.'];
  }
}

/** Where a log is, in words. */
export function LogState({ log }: { log: DeviceLog }) {
  const [chip, more] = words(log);
  return (
    <Box
      sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, alignItems: 'center' }}
      data-log={log.state}
    >
      <ToneChip tone={TONES[log.state]} label={chip} />
      <Typography variant="body2">{more}</Typography>
    </Box>
  );
}
