import { useState } from 'react';
import { useNotify } from 'react-admin';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import type { Visit } from '@tracker/contract';
import { plural } from '@tracker/domain';
import { sentenceOf } from '../providers/problems';
import { call } from '../providers/call';

/** The colleagues whose visits these are, each to be asked by email, once a day. */
export function RemindColleagues({ visits, me }: { visits: readonly Visit[]; me: string }) {
  const colleagues = new Map<string, string>();
  for (const { visitorId, visitorName } of visits) {
    if (visitorId && visitorName && visitorId !== me) colleagues.set(visitorId, visitorName);
  }
  if (colleagues.size === 0) return null;
  return (
    <Box sx={{ mt: 1.5 }}>
      <Typography variant="body2" sx={{ color: 'text.secondary' }}>
        Ask a colleague by email to log their visits:
      </Typography>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, mt: 1 }}>
        {[...colleagues].map(([id, name]) => (
          <RemindButton key={id} id={id} name={name} />
        ))}
      </Box>
    </Box>
  );
}

function RemindButton({ id, name }: { id: string; name: string }) {
  const notify = useNotify();
  const [state, setState] = useState<'idle' | 'asking' | 'done'>('idle');
  const remind = async () => {
    if (state !== 'idle') return;
    setState('asking');
    try {
      const { sent, visits } = await call('POST /api/users/{id}/log-reminder', { id });
      notify(
        sent
          ? `${name} gets an email about ${plural(visits, 'visit')} to log.`
          : `${name} was already reminded today.`,
        { type: sent ? 'success' : 'info' },
      );
      setState('done');
    } catch (error) {
      notify(sentenceOf(error), { type: 'warning', autoHideDuration: null });
      setState('idle');
    }
  };
  return (
    <Button
      size="small"
      variant="outlined"
      aria-disabled={state !== 'idle'}
      onClick={() => void remind()}
    >
      {state === 'done' ? `${name}: reminded today` : `Remind ${name}`}
    </Button>
  );
}
