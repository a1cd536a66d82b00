import { useState } from 'react';
import { useNotify } from 'react-admin';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { CopyField } from '../fields/CopyField';
import { FormDialog } from '../fields/FormDialog';
import { instantInWords } from '../fields/texts';
import { Section } from '../layout/Section';
import { sentenceOf } from '../providers/problems';
import { call } from '../providers/call';

const FEED = ['calendar-feed'] as const;

/** My visits in Outlook, Google or the phone's calendar. */
export function CalendarFeedSection() {
  const queries = useQueryClient();
  const notify = useNotify();
  const [url, setUrl] = useState<string | null>(null);
  const [asking, setAsking] = useState<'renew' | 'revoke' | null>(null);
  const { data } = useQuery({
    queryKey: FEED,
    queryFn: ({ signal }) => call('GET /api/account/calendar-feed', { signal }),
  });
  const refresh = () => queries.invalidateQueries({ queryKey: FEED });
  const make = async () => {
    setUrl((await call('POST /api/account/calendar-feed')).url);
    await refresh();
  };
  const revoke = async () => {
    await call('DELETE /api/account/calendar-feed');
    setUrl(null);
    notify('The address does not work any more.', { type: 'success' });
    await refresh();
  };
  if (!data) return null;
  return (
    <Section title="My visits in my calendar">
      <Typography variant="body2" sx={{ mb: 1 }}>
        {data.exists
          ? `Your calendar has an address since ${instantInWords(data.createdAt ?? '')}; ${
              data.readAt ? `last read ${instantInWords(data.readAt)}` : 'nothing has read it yet'
            }.`
          : 'Outlook, Google and phones can show your visits and follow each change of them.'}
      </Typography>
      {url && <Address url={url} />}
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1 }}>
        {data.exists ? (
          <>
            <Button onClick={() => setAsking('renew')}>Make a new address</Button>
            <Button color="error" onClick={() => setAsking('revoke')}>
              Revoke the address
            </Button>
          </>
        ) : (
          <Button
            variant="outlined"
            onClick={() =>
              void make().catch((error: unknown) => notify(sentenceOf(error), { type: 'error' }))
            }
          >
            Make an address
          </Button>
        )}
      </Box>
      {asking && (
        <FormDialog
          title={asking === 'renew' ? 'Make a new address?' : 'Revoke the address?'}
          consequence="Calendars that use the present address stop showing your visits."
          submitWords={asking === 'renew' ? 'Make a new address' : 'Revoke the address'}
          danger={asking === 'revoke'}
          onSubmit={asking === 'renew' ? make : revoke}
          onClose={() => setAsking(null)}
        />
      )}
    </Section>
  );
}

function Address({ url }: { url: string }) {
  return (
    <Box sx={{ display: 'grid', gap: 1.5, mb: 2 }}>
      <CopyField label="Address for “subscribe from web”" value={url} />
      <CopyField
        label="The same for Apple and Outlook"
        value={url.replace(/^https?:/, 'webcal:')}
      />
      <Alert severity="info">
        Whoever has this address can read your visits. It is shown this once; if it is lost, make a
        new one.
      </Alert>
    </Box>
  );
}
