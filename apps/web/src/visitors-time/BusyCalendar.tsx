import { useState } from 'react';
import { TextInput, useNotify } from 'react-admin';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { LIMITS } from '@tracker/domain';
import { FormDialog } from '../fields/FormDialog';
import { writtenUpTo } from '../fields/written';
import { Section } from '../layout/Section';
import { call } from '../providers/call';
import { busyCalendarInWords } from './busy-words';
import { useTimeChanged } from './use-time-changed';

const OWN = ['busy-calendar'] as const;

/** Outlook's busy days, where the hub reads calendars: on these no visit is suggested. */
export function BusyCalendar() {
  const [open, setOpen] = useState<'address' | 'remove' | null>(null);
  const queries = useQueryClient();
  const notify = useNotify();
  const timeChanged = useTimeChanged();
  const { data } = useQuery({
    queryKey: OWN,
    queryFn: ({ signal }) => call('GET /api/account/busy-calendar', { signal }),
  });
  if (!data || (data.hosts.length === 0 && data.address === null)) return null;
  const changed = async (words: string) => {
    notify(words, { type: 'success' });
    await queries.invalidateQueries({ queryKey: OWN });
    await timeChanged();
  };
  const save = async ({ address }: { address: string }) => {
    await call('PUT /api/account/busy-calendar', { body: { address } });
    await changed('Address saved. Your calendar is read within a few minutes.');
  };
  const remove = async () => {
    await call('DELETE /api/account/busy-calendar');
    await changed('Your calendar is not read any more, and its days are gone.');
  };
  return (
    <Section title="When I am busy in my calendar">
      {busyCalendarInWords(data).map((words) => (
        <Typography key={words} variant="body2" sx={{ mb: 1 }}>
          {words}
        </Typography>
      ))}
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1 }}>
        <Button variant="outlined" onClick={() => setOpen('address')}>
          {data.address === null ? 'Give the address of my calendar' : 'Change the address'}
        </Button>
        {data.address !== null && (
          <Button color="error" onClick={() => setOpen('remove')}>
            Stop reading my calendar
          </Button>
        )}
      </Box>
      {open === 'address' && (
        <FormDialog<{ address: string }>
          title="The address of my calendar"
          consequence="In Outlook: Settings, Calendar, Shared calendars, Publish a calendar; “Can view when I’m busy” is enough. Copy the ICS address. Only the days on which you are busy for three hours or more between 9 and 3 are kept, and nobody but you sees the address."
          submitWords="Save the address"
          defaultValues={{ address: data.address ?? '' }}
          onSubmit={save}
          onClose={() => setOpen(null)}
        >
          <TextInput
            source="address"
            label="ICS address"
            autoComplete="off"
            validate={writtenUpTo(LIMITS.busyCalendar.address, 'Please paste the address.')}
            helperText={`Of ${data.hosts.join(' or ')}`}
          />
        </FormDialog>
      )}
      {open === 'remove' && (
        <FormDialog
          title="Stop reading my calendar?"
          consequence="The address and the busy days read from it are deleted. Days away that you added yourself stay."
          submitWords="Stop reading it"
          danger
          onSubmit={remove}
          onClose={() => setOpen(null)}
        />
      )}
    </Section>
  );
}
