import { useState } from 'react';
import Button from '@mui/material/Button';
import { FormDialog } from '../fields/FormDialog';

interface DiscardButtonProps {
  /** Whether there is something on the device to speak of. */
  isKept: boolean;
  onDiscard: () => Promise<void>;
  onLeave: () => void;
}

/** The way out: what was typed stays on the device, or goes. */
export function DiscardButton({ isKept, onDiscard, onLeave }: DiscardButtonProps) {
  const [asking, setAsking] = useState(false);
  return (
    <>
      <Button size="large" onClick={onLeave}>
        {isKept ? 'Save and close' : 'Leave without logging'}
      </Button>
      {isKept && (
        <Button size="large" color="error" onClick={() => setAsking(true)}>
          Delete this log
        </Button>
      )}
      {asking && (
        <FormDialog
          title="Delete what you wrote?"
          consequence="Everything typed in this log will be deleted from this device and cannot be recovered. The visit itself does not change."
          submitWords="Delete it"
          cancelWords="Keep it"
          danger
          onSubmit={async () => {
            await onDiscard();
            onLeave();
          }}
          onClose={() => setAsking(false)}
        />
      )}
    </>
  );
}
