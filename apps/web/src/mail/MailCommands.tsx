import { useState } from 'react';
import { useNotify, useRefresh } from 'react-admin';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { mayRunTheHub, type Mail, type RouteKey } from '@tracker/contract';
import type { MailCommand } from '@tracker/domain';
import { sentenceOf } from '../providers/problems';
import { useSignedInUser } from '../providers/use-signed-in-user';
import { call } from '../providers/call';
import { commandInWords, DECIDED, recipientInWords } from './mail-words';

const ROUTE_OF = {
  send_again: 'POST /api/mails/{id}/send-again',
  arrived: 'POST /api/mails/{id}/arrived',
  cancel: 'POST /api/mails/{id}/cancel',
} as const satisfies Record<MailCommand, RouteKey>;

/** What may be done about a mail, by whoever runs the hub. */
export function MailCommands({ mail }: { mail: Mail }) {
  const user = useSignedInUser();
  const notify = useNotify();
  const refresh = useRefresh();
  const [busy, setBusy] = useState(false);
  if (!user || !mayRunTheHub(user) || mail.commands.length === 0) return null;
  const decide = async (command: MailCommand) => {
    setBusy(true);
    try {
      await call(ROUTE_OF[command], { id: mail.id, body: { version: mail.version } });
      notify(DECIDED[command], { type: 'success' });
    } catch (error) {
      notify(sentenceOf(error), { type: 'error' });
    } finally {
      setBusy(false);
      refresh();
    }
  };
  return (
    <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1 }}>
      {mail.commands.map((command) => (
        <Button
          key={command}
          size="small"
          variant="outlined"
          disabled={busy}
          aria-label={`${commandInWords(command, mail)}: email to ${recipientInWords(mail)}`}
          onClick={() => void decide(command)}
        >
          {commandInWords(command, mail)}
        </Button>
      ))}
    </Box>
  );
}
