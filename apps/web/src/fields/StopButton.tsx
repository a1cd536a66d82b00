import { useState } from 'react';
import { useNotify } from 'react-admin';
import Button from '@mui/material/Button';
import { isHttpError, sentenceOf } from '../providers/problems';

interface StopButtonProps {
  /** What is on it: `Stop this import`. */
  words: string;
  /** What it is called among others of its kind. */
  label?: string;
  stop: () => Promise<unknown>;
  /** Whether it was stopped or not: how it stands now is to be shown. */
  onEnd: () => unknown;
}

/** Ends work in the background. No question first: nothing is lost, as it can be begun again. */
export function StopButton({ words, label, stop, onEnd }: StopButtonProps) {
  const notify = useNotify();
  const [busy, setBusy] = useState(false);
  const press = async () => {
    if (busy) return;
    setBusy(true);
    try {
      await stop();
    } catch (error) {
      // It ended while the button was pressed, or somebody else was quicker: nothing went wrong.
      const ended = isHttpError(error) && error.status === 409;
      notify(
        sentenceOf(error),
        ended ? { type: 'info' } : { type: 'error', autoHideDuration: null },
      );
    }
    setBusy(false);
    await onEnd();
  };
  return (
    <Button variant="outlined" aria-label={label} aria-disabled={busy} onClick={() => void press()}>
      {busy ? 'Stopping…' : words}
    </Button>
  );
}
