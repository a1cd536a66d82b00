import { useId } from 'react';
import Button from '@mui/material/Button';
import Dialog from '@mui/material/Dialog';
import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import Typography from '@mui/material/Typography';
import { signInAgain } from '../providers/auth-provider';
import { signInLater, whoWasSignedIn } from '../providers/session';
import { SignInForm } from './SignInForm';

/** Signs in again without leaving the page. */
export default function SignInAgainDialog() {
  const titleId = useId();
  return (
    <Dialog open onClose={signInLater} aria-labelledby={titleId} fullWidth maxWidth="xs">
      <DialogTitle id={titleId}>Sign in again</DialogTitle>
      <DialogContent>
        <Typography sx={{ mb: 2 }}>
          You were signed out. Nothing has been saved since; what you typed is still here. Sign in
          to go on, and press save once more.
        </Typography>
        <SignInForm email={whoWasSignedIn()?.email} onSignIn={signInAgain} />
        <Button fullWidth sx={{ mt: 1 }} onClick={signInLater}>
          Not now
        </Button>
      </DialogContent>
    </Dialog>
  );
}
