import { useId, type ReactNode } from 'react';
import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Dialog from '@mui/material/Dialog';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import TextField from '@mui/material/TextField';
import Typography from '@mui/material/Typography';
import { useCopy } from './use-copy';

interface LinkOnceDialogProps {
  title: string;
  /** Path of the link at this site, with its token. */
  path: string;
  onClose: () => void;
  /** Whom it is for and how long it works. */
  children: ReactNode;
}

/** A link to pass on, shown this once. */
export function LinkOnceDialog({ title, path, onClose, children }: LinkOnceDialogProps) {
  const titleId = useId();
  const url = `${window.location.origin}${path}`;
  const { copy, said, field } = useCopy(url);
  return (
    <Dialog open onClose={onClose} aria-labelledby={titleId} fullWidth maxWidth="sm">
      <DialogTitle id={titleId}>{title}</DialogTitle>
      <DialogContent>
        <Typography sx={{ mb: 2 }}>{children}</Typography>
        <TextField label="Link" value={url} fullWidth {...field} />
        <Box role="status" sx={{ minHeight: 24, mt: 1 }}>
          {said}
        </Box>
        <Alert severity="info" sx={{ mt: 1 }}>
          The link is not kept and cannot be shown again. If it is lost, make a new one.
        </Alert>
      </DialogContent>
      <DialogActions sx={{ px: 3, pb: 2 }}>
        <Button onClick={onClose}>Close</Button>
        <Button variant="contained" onClick={copy}>
          Copy the link
        </Button>
      </DialogActions>
    </Dialog>
  );
}
