import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { ToneChip } from '../fields/ToneChip';
import type { ToneName } from '../layout/palette';
import type { DeviceLog, DeviceLogState } from './device-log';
import { momentInWords } from './moments';

const TONES: Record<DeviceLogState, ToneName> = {
  ...{ draft: 'soon', waiting: 'booked', attention: 'late', sent: 'fine' },
};

function words({ state, sentAt, hold }: DeviceLog): [chip: string, more: string] {
  switch (state) {
    case 'draft':
      return ['Not finished', 'Saved on this device.'];
    case 'waiting':
      return [
        'Waiting to be sent',
        hold
          ? `Saved on this device. Not sent yet: ${hold.sentence} Next attempt ${momentInWords(hold.notBefore)}.`
          : 'Saved on this device. It is sent as soon as there is a signal.',
      ];
    case 'attention':
      return ['Needs your attention', 'Saved on this device. The tracker did not take it.'];
    case 'sent':
      return [sentAt ? `Sent ${momentInWords(sentAt)}` : 'Sent', 'It is on the tracker.'];
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
