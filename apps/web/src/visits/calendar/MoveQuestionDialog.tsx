import { useId } from 'react';
import Button from '@mui/material/Button';
import Dialog from '@mui/material/Dialog';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import Typography from '@mui/material/Typography';

/** What speaks against moving a visit to where it was dropped. */
export interface MoveQuestion {
  title: string;
  sentences: readonly string[];
  answer: (goOn: boolean) => void;
}

/** Asks before a visit is moved against a warning; leaving it leaves the visit where it was. */
export function MoveQuestionDialog({ question }: { question: MoveQuestion }) {
  const titleId = useId();
  const { title, sentences, answer } = question;
  return (
    <Dialog open onClose={() => answer(false)} aria-labelledby={titleId} fullWidth maxWidth="sm">
      <DialogTitle id={titleId}>{title}</DialogTitle>
      <DialogContent>
        {sentences.map((sentence) => (
          <Typography key={sentence} sx={{ mb: 1 }}>
            {sentence}
          </Typography>
        ))}
      </DialogContent>
      <DialogActions sx={{ px: 3, pb: 2 }}>
        <Button onClick={() => answer(false)}>Leave it where it was</Button>
        <Button variant="contained" onClick={() => answer(true)}>
          Move it anyway
        </Button>
      </DialogActions>
    </Dialog>
  );
}
