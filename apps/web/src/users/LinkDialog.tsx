import { useId, useRef, useState } from 'react';
import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Dialog from '@mui/material/Dialog';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import TextField from '@mui/material/TextField';
import Typography from '@mui/material/Typography';
import type { UserWithLink } from '@tracker/contract';
import { instantInWords } from '../fields/texts';

/** The link to pass on, shown this once. */
export function LinkDialog({ user, onClose }: { user: UserWithLink; onClose: () => void }) {
  const titleId = useId();
  const input = useRef<HTMLInputElement>(null);
  const [copied, setCopied] = useState<boolean | null>(null);
  if (!user.link) return null;
  const url = `${window.location.origin}${user.link.path}`;
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(url);
      setCopied(true);
    } catch {
      // Browsers allow it on secure pages only; the link is marked, ready for the keys.
      input.current?.focus();
      input.current?.select();
      setCopied(false);
    }
  };
  return (
    <Dialog open onClose={onClose} aria-labelledby={titleId} fullWidth maxWidth="sm">
      <DialogTitle id={titleId}>A link for {user.name}</DialogTitle>
      <DialogContent>
        <Typography sx={{ mb: 2 }}>
          Pass it on to {user.name} and nobody else: whoever opens it chooses the password of this
          account. It works once, until {instantInWords(user.link.expiresAt)}.
        </Typography>
        <TextField
          label="Link"
          value={url}
          inputRef={input}
          fullWidth
          slotProps={{ htmlInput: { readOnly: true } }}
          onFocus={({ target }) => target.select()}
        />
        <Box role="status" sx={{ minHeight: 24, mt: 1 }}>
          {copied === true && 'Copied.'}
          {copied === false && 'Press Ctrl+C, or Cmd+C on a Mac, to copy the marked link.'}
        </Box>
        <Alert severity="info" sx={{ mt: 1 }}>
          The link is not kept and cannot be shown again. If it is lost, make a new one.
        </Alert>
      </DialogContent>
      <DialogActions sx={{ px: 3, pb: 2 }}>
        <Button onClick={onClose}>Close</Button>
        <Button variant="contained" onClick={() => void copy()}>
          Copy the link
        </Button>
      </DialogActions>
    </Dialog>
  );
}
