import { useState, useSyncExternalStore } from 'react';
import Alert from '@mui/material/Alert';
import Button from '@mui/material/Button';
import { isSomethingTyped } from './before-reload';
import { newVersionStore, reloadNow } from './new-version-store';

/** Says that the tracker was updated; nothing is reloaded under anybody's hands. */
export function NewVersion() {
  const isThere = useSyncExternalStore(newVersionStore.subscribe, newVersionStore.isThere);
  const [asked, setAsked] = useState(false);
  if (!isThere) return null;
  const reload = () => {
    if (!asked && isSomethingTyped()) return setAsked(true);
    void reloadNow();
  };
  return (
    <Alert
      severity={asked ? 'warning' : 'info'}
      sx={{ borderRadius: 0 }}
      action={
        <Button color="inherit" onClick={reload}>
          {asked ? 'Reload anyway' : 'Reload'}
        </Button>
      }
    >
      {asked
        ? 'Something on this page is typed and not saved. Save it first, or it is gone.'
        : 'A new version of the tracker is there. What you typed in a log is kept.'}
    </Alert>
  );
}
