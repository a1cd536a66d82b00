import { useState } from 'react';
import { useNotify, useRefresh } from 'react-admin';
import Alert from '@mui/material/Alert';
import Button from '@mui/material/Button';
import { useQueryClient } from '@tanstack/react-query';
import { mayRunTheHub } from '@tracker/contract';
import { plural } from '@tracker/domain';
import { sentenceOf } from '../providers/problems';
import { useSignedInUser } from '../providers/use-signed-in-user';
import { call } from '../providers/call';

/** Emails that came with a backup: they may have gone out already, so somebody looks before they do. */
export function HeldNote({ held }: { held: number }) {
  const user = useSignedInUser();
  const notify = useNotify();
  const refresh = useRefresh();
  const queryClient = useQueryClient();
  const [busy, setBusy] = useState(false);
  if (held === 0 || !user || !mayRunTheHub(user)) return null;
  const emails = plural(held, 'email');
  const release = async () => {
    setBusy(true);
    try {
      await call('POST /api/mail-delivery/release');
      notify(`${emails} will be sent.`, { type: 'success' });
    } catch (error) {
      notify(sentenceOf(error), { type: 'error' });
    } finally {
      setBusy(false);
      await queryClient.invalidateQueries({ queryKey: ['mails'] });
      refresh();
    }
  };
  return (
    <Alert
      severity="warning"
      sx={{ mt: 1, maxWidth: 720 }}
      action={
        <Button color="inherit" disabled={busy} onClick={() => void release()}>
          Send {emails}
        </Button>
      }
    >
      {emails} came with a restored backup. {held === 1 ? 'It' : 'They'} may have been sent since
      the backup was made, so nothing is sent until you say so. Filter by “Waiting”, choose “Don't
      send” for each one that schools already have, then send the rest.
    </Alert>
  );
}
