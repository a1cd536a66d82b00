import Box from '@mui/material/Box';
import { formatDay } from '@tracker/domain';
import type { QueueHold } from '@tracker/contract';
import { ToneChip } from '../fields/ToneChip';

/** `Pinned to the top until Tue 3 Dec 2024 by Helen Archer: the head asked for us.` */
export function holdInWords({ kind, reason, untilOn, createdByName }: QueueHold): string {
  const what = kind === 'pin' ? 'Pinned to the top' : 'Snoozed';
  const who = createdByName ? ` by ${createdByName}` : '';
  return `${what} until ${formatDay(untilOn)}${who}: ${reason}`;
}

export function HoldNote({ hold }: { hold: QueueHold | null }) {
  if (!hold) return null;
  return (
    <Box component="span" sx={{ display: 'block', fontSize: '0.8125rem', mt: 0.25 }}>
      <ToneChip
        tone={hold.kind === 'pin' ? 'booked' : 'quiet'}
        label={hold.kind === 'pin' ? 'Pinned' : 'Snoozed'}
        sx={{ mr: 0.75 }}
      />
      {holdInWords(hold).replace(/^(Pinned to the top|Snoozed) /, '')}
    </Box>
  );
}
