import Button from '@mui/material/Button';
import Dialog from '@mui/material/Dialog';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import { useHeldLayout } from './held-layout';
import { Waiting } from './Waiting';

/** In the place of a dialog that needs an answer before it can be shown. */
export function WaitingDialog({ words, onClose }: { words: string; onClose: () => void }) {
  useHeldLayout();
  return (
    <Dialog open onClose={onClose} aria-label={words} fullWidth maxWidth="xs">
      <DialogContent>
        <Waiting words={words} />
      </DialogContent>
      <DialogActions sx={{ px: 3, pb: 2 }}>
        <Button onClick={onClose}>Cancel</Button>
      </DialogActions>
    </Dialog>
  );
}
