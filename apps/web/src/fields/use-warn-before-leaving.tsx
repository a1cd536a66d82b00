import { useEffect } from 'react';
import { useBlocker } from 'react-admin';
import Button from '@mui/material/Button';
import Dialog from '@mui/material/Dialog';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';

const TITLE = 'leave-unsaved';

/**
 * Asks before a screen is left on which something is not saved; closing the tab the browser asks itself.
 *
 * @returns what is to be rendered: the question while it is asked
 */
export function useWarnBeforeLeaving(unsaved: boolean) {
  const blocker = useBlocker(
    ({ currentLocation, nextLocation }) =>
      unsaved && currentLocation.pathname !== nextLocation.pathname,
  );
  useEffect(() => {
    if (!unsaved) return;
    const ask = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener('beforeunload', ask);
    return () => window.removeEventListener('beforeunload', ask);
  }, [unsaved]);
  if (blocker.state !== 'blocked') return null;
  const stay = () => blocker.reset?.();
  return (
    <Dialog open onClose={stay} aria-labelledby={TITLE}>
      <DialogTitle id={TITLE}>Leave without saving?</DialogTitle>
      <DialogContent>What you changed here is not saved and would be gone.</DialogContent>
      <DialogActions sx={{ px: 3, pb: 2 }}>
        <Button onClick={() => blocker.proceed?.()}>Leave without saving</Button>
        <Button variant="contained" onClick={stay} autoFocus>
          Stay
        </Button>
      </DialogActions>
    </Dialog>
  );
}
