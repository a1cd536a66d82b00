import { useEffect } from 'react';
import { useCloseNotification, useNotificationContext } from 'react-admin';
import Alert from '@mui/material/Alert';
import Button from '@mui/material/Button';

/**
 * Says what was done and takes it back with one press; what was done stays changeable afterwards. It
 * gives way to the next notice, which would have to wait for it otherwise, with its own Undo.
 */
export function UndoNotice({ words, onUndo }: { words: string; onUndo: () => void }) {
  const close = useCloseNotification();
  const { notifications } = useNotificationContext();
  const overtaken = notifications.length > 0;
  useEffect(() => {
    if (overtaken) close();
  }, [overtaken, close]);
  return (
    <Alert
      severity="success"
      variant="filled"
      action={
        <Button
          color="inherit"
          size="small"
          onClick={() => {
            close();
            onUndo();
          }}
        >
          Undo
        </Button>
      }
    >
      {words}
    </Alert>
  );
}
