import { useId } from 'react';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Dialog from '@mui/material/Dialog';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import Typography from '@mui/material/Typography';
import { Known } from '../fields/texts';
import type { NamedText, Overtaken } from './overtaken';

interface OvertakenDialogProps {
  question: Overtaken;
  /** Whether to do it all the same. */
  onDone: (goOn: boolean) => void;
}

/** The record as it is now beside what was typed; the form behind it keeps every word. */
export function OvertakenDialog({ question, onDone }: OvertakenDialogProps) {
  const titleId = useId();
  const { title, sentence, now, typed, goOn } = question;
  const back = typed.length > 0 ? 'Back to what I typed' : 'Go back';
  return (
    <Dialog
      open
      onClose={() => onDone(false)}
      aria-labelledby={titleId}
      fullWidth
      maxWidth={typed.length > 0 ? 'md' : 'sm'}
    >
      <DialogTitle id={titleId}>{title}</DialogTitle>
      {/* It holds nothing to stop at, so the keys that scroll need it to be a stop itself. */}
      <DialogContent tabIndex={0} role="group" aria-labelledby={titleId}>
        <Typography sx={{ mb: 2 }}>{sentence}</Typography>
        <Box
          sx={{
            display: 'grid',
            gap: 2,
            gridTemplateColumns: { sm: typed.length ? '1fr 1fr' : '' },
          }}
        >
          <Side heading="As it is now" texts={now} />
          {typed.length > 0 && <Side heading="What you typed" texts={typed} />}
        </Box>
      </DialogContent>
      <DialogActions sx={{ px: 3, pb: 2, flexWrap: 'wrap', gap: 1 }}>
        <Button variant={goOn ? 'text' : 'contained'} onClick={() => onDone(false)}>
          {back}
        </Button>
        {goOn && (
          <Button variant="contained" onClick={() => onDone(true)}>
            {goOn}
          </Button>
        )}
      </DialogActions>
    </Dialog>
  );
}

function Side({ heading, texts }: { heading: string; texts: readonly NamedText[] }) {
  const id = useId();
  return (
    <Box
      component="section"
      aria-labelledby={id}
      sx={{ border: 1, borderColor: 'divider', borderRadius: 2, p: 1.5, minWidth: 0 }}
    >
      <Typography variant="h3" id={id}>
        {heading}
      </Typography>
      <Box component="dl" sx={{ m: 0 }}>
        {texts.map(([name, text]) => (
          <Box key={name} sx={{ mt: 1 }}>
            <Typography component="dt" variant="caption" sx={{ color: 'text.secondary' }}>
              {name}
            </Typography>
            <Typography
              component="dd"
              sx={{ m: 0, whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}
            >
              <Known>{text}</Known>
            </Typography>
          </Box>
        ))}
      </Box>
    </Box>
  );
}
