import { useState } from 'react';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import type { VisitReading } from '@tracker/contract';
import { plural } from '@tracker/domain';

import { runWords } from './reading-words';
import { useReadingStep } from './use-reading';
import { call } from '../../providers/call';

/** Writes what was checked; says first what stays behind. */
export function RunButton({ reading }: { reading: VisitReading }) {
  const [busy, setBusy] = useState(false);
  const { counts, mayRun, importId } = reading;
  const step = useReadingStep(importId);
  const run = async () => {
    if (busy) return;
    setBusy(true);
    await step(() => call('POST /api/imports/{id}/run', { id: importId }));
    setBusy(false);
  };
  const nothing = counts.new + counts.completes + counts.changed === 0;
  return (
    <Box>
      {counts.handed_back > 0 && !nothing && (
        <Typography sx={{ mb: 1 }}>
          {plural(counts.handed_back, 'row')} will not be imported. You can put{' '}
          {counts.handed_back === 1 ? 'it' : 'them'} right above, or later from the file of the
          rejected rows.
        </Typography>
      )}
      <Button
        variant="contained"
        size="large"
        disabled={!mayRun || nothing}
        aria-disabled={busy}
        onClick={() => void run()}
      >
        {busy ? 'Starting…' : runWords(reading)}
      </Button>
    </Box>
  );
}
