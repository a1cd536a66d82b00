import { useId } from 'react';
import Button from '@mui/material/Button';
import Dialog from '@mui/material/Dialog';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';

interface LeaveQuestionProps {
  title?: string;
  leaveWords?: string;
  /** What becomes of it. */
  words?: string;
  onLeave: () => void;
  onStay: () => void;
}

/** Asked before anything typed is dropped; staying is the answer nearest at hand. */
export function LeaveQuestion(props: LeaveQuestionProps) {
  const { title = 'Leave without saving?', leaveWords = 'Leave without saving' } = props;
  const { words = 'What you typed is not saved and will be lost.' } = props;
  const id = useId();
  return (
    <Dialog open onClose={props.onStay} aria-labelledby={id}>
      <DialogTitle id={id}>{title}</DialogTitle>
      <DialogContent>{words}</DialogContent>
      <DialogActions sx={{ px: 3, pb: 2 }}>
        <Button onClick={props.onLeave}>{leaveWords}</Button>
        <Button variant="contained" onClick={props.onStay} autoFocus>
          Keep editing
        </Button>
      </DialogActions>
    </Dialog>
  );
}
