import Alert from '@mui/material/Alert';
import Typography from '@mui/material/Typography';
import type { Kept } from './use-kept-log';

const time = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Europe/London',
  hour: '2-digit',
  minute: '2-digit',
});
export const timeInWords = (instant: string): string => time.format(new Date(instant));

/** Whether what is typed is safe on this device. */
export function KeptState({ kept: { state, at, problem } }: { kept: Kept }) {
  if (state === 'failed') {
    return (
      <Alert severity="warning" sx={{ my: 1 }}>
        {problem}
      </Alert>
    );
  }
  const words = {
    nothing: 'Saves itself on this device as you type.',
    saving: 'Saving on this device…',
    saved: at ? `Saved on this device ${timeInWords(at)}.` : 'Saved on this device.',
  }[state];
  return (
    <Typography variant="body2" data-kept={state} sx={{ color: 'text.secondary' }}>
      {words}
    </Typography>
  );
}
