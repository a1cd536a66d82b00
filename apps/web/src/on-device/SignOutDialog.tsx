import { useId } from 'react';
import Button from '@mui/material/Button';
import Dialog from '@mui/material/Dialog';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import Typography from '@mui/material/Typography';
import { plural } from '@tracker/domain';
import { LogState } from './LogState';
import type { DeviceLog } from './device-log';

interface SignOutDialogProps {
  unsent: readonly DeviceLog[];
  onStay: () => void;
  /** What is not sent waits on this device for the same person, or goes for good. */
  onLeave: (how: { unsentToo: boolean }) => void;
}

/** Asks what is to become of the logs that are not sent. */
export default function SignOutDialog({ unsent, onStay, onLeave }: SignOutDialogProps) {
  const titleId = useId();
  const isOne = unsent.length === 1;
  return (
    <Dialog open onClose={onStay} aria-labelledby={titleId} fullWidth maxWidth="sm">
      <DialogTitle id={titleId}>
        {plural(unsent.length, 'log')} on this device {isOne ? 'is' : 'are'} not sent yet
      </DialogTitle>
      <DialogContent>
        {unsent.map((log) => (
          <div key={log.id}>
            <Typography sx={{ fontWeight: 650 }}>{log.schoolName}</Typography>
            <LogState log={log} />
          </div>
        ))}
        <Typography sx={{ mt: 2 }}>
          Kept, {isOne ? 'it waits' : 'they wait'} on this device until you sign in here again;
          nobody else sees {isOne ? 'it' : 'them'}. Everything else of the tracker is removed from
          the device.
        </Typography>
      </DialogContent>
      <DialogActions sx={{ px: 3, pb: 2, flexWrap: 'wrap', gap: 1 }}>
        <Button onClick={onStay} autoFocus>
          Stay signed in
        </Button>
        <Button color="error" onClick={() => onLeave({ unsentToo: true })}>
          Delete {isOne ? 'it' : 'them'} and sign out
        </Button>
        <Button variant="contained" onClick={() => onLeave({ unsentToo: false })}>
          Keep {isOne ? 'it' : 'them'} and sign out
        </Button>
      </DialogActions>
    </Dialog>
  );
}
