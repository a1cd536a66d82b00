import { useState } from 'react';
import { useLogout, useNotify } from 'react-admin';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import type { OwnSession } from '@tracker/contract';
import { FormDialog } from '../fields/FormDialog';
import { instantInWords } from '../fields/texts';
import { ToneChip } from '../fields/ToneChip';
import { Failure } from '../layout/Failure';
import { Section } from '../layout/Section';
import { Waiting } from '../layout/Waiting';
import { sentenceOf } from '../providers/problems';

import { browserInWords } from '../providers/browser-in-words';
import { call } from '../providers/call';

export const SESSIONS = ['own-sessions'] as const;

/** Where I am signed in, and the way out of it. */
export function Sessions() {
  const logout = useLogout();
  const [asking, setAsking] = useState(false);
  const { data, error, refetch } = useQuery({
    queryKey: SESSIONS,
    queryFn: ({ signal }) => call('GET /api/auth/sessions', { signal }),
  });
  const everywhere = (
    <Button color="error" onClick={() => setAsking(true)}>
      Sign out everywhere
    </Button>
  );
  return (
    <Section title="Where I am signed in" action={everywhere}>
      {error && <Failure error={error} onRetry={() => void refetch()} />}
      {!data && !error && <Waiting words="Loading…" />}
      <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0 }}>
        {data?.map((session) => (
          <SessionRow key={session.id} session={session} />
        ))}
      </Box>
      {asking && (
        <FormDialog
          title="Sign out everywhere?"
          consequence="All of your sessions end, in this browser, too. What is not saved yet is lost."
          submitWords="Sign out everywhere"
          busyWords="Signing out…"
          danger
          onClose={() => setAsking(false)}
          onSubmit={async () => {
            await call('POST /api/auth/sign-out-everywhere');
            await logout();
            return false;
          }}
        />
      )}
    </Section>
  );
}

function SessionRow({ session }: { session: OwnSession }) {
  const notify = useNotify();
  const queries = useQueryClient();
  const browser = browserInWords(session.userAgent);
  const end = async () => {
    try {
      await call('DELETE /api/auth/sessions/{id}', { id: session.id });
      notify(`Signed out of ${browser}.`, { type: 'success' });
    } catch (error) {
      notify(sentenceOf(error), { type: 'error' });
    }
    await queries.invalidateQueries({ queryKey: SESSIONS });
  };
  return (
    <Box
      component="li"
      sx={{
        display: 'flex',
        flexWrap: 'wrap',
        justifyContent: 'space-between',
        alignItems: 'center',
        gap: 1,
        py: 1,
        borderBottom: 1,
        borderColor: 'divider',
        '&:last-child': { borderBottom: 0 },
      }}
    >
      <Box sx={{ minWidth: 0 }}>
        <Typography sx={{ fontWeight: 650 }}>{browser}</Typography>
        <Typography variant="body2" sx={{ color: 'text.secondary' }}>
          Last used {instantInWords(session.lastSeenAt)} · since {instantInWords(session.createdAt)}
        </Typography>
      </Box>
      {session.current ? (
        <ToneChip tone="fine" label="This browser" />
      ) : (
        <Button onClick={() => void end()} aria-label={`Sign out of ${browser}`}>
          Sign out
        </Button>
      )}
    </Box>
  );
}
