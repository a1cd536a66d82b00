import { useCloseNotification } from 'react-admin';
import Alert from '@mui/material/Alert';
import Button from '@mui/material/Button';

/** Says what was done and takes it back with one press; what was done stays changeable afterwards. */
export function UndoNotice({ words, onUndo }: { words: string; onUndo: () => void }) {
  const close = useCloseNotification();
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
