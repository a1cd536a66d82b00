import { useRecordContext } from 'react-admin';
import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import type { QueueEntry } from '@tracker/contract';
import { instantInWords } from '../fields/texts';
import { HoldNote } from './HoldNote';
import { ScoreFactors } from './ScoreFactors';

/** What a row unfolds to: why the school stands where it stands. */
export function QueuePanel() {
  const entry = useRecordContext<QueueEntry>();
  if (!entry) return null;
  return (
    <Box sx={{ py: 1.5, pl: { xs: 0, sm: 6 } }}>
      <HoldNote hold={entry.hold} />
      <ScoreFactors score={entry.score} factors={entry.factors} />
      <Typography variant="caption" sx={{ color: 'text.secondary' }}>
        {entry.stale
          ? 'Something has just changed; the school is being ranked again.'
          : `Ranked ${instantInWords(entry.scoredAt)}.`}
      </Typography>
    </Box>
  );
}
