import { useState } from 'react';
import { useQuery } from '@tanstack/react-query';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { reachOf, type SignedInUser } from '@tracker/contract';
import { FactList } from '../fields/FactList';
import { weekdaysInWords } from '../fields/weekdays';
import { Failure } from '../layout/Failure';
import { Section } from '../layout/Section';
import { Waiting } from '../layout/Waiting';
import { call } from '../providers/call';
import { Absences } from './Absences';
import { BusyCalendar } from './BusyCalendar';
import { capacityInShort } from './capacity-form';
import { CapacityDialog } from './CapacityDialog';

/** On which weekdays I visit schools, and when I am away. */
export function OwnTime({ user }: { user: Pick<SignedInUser, 'id' | 'role'> }) {
  const { id } = user;
  const [open, setOpen] = useState(false);
  const { data, error, refetch } = useQuery({
    queryKey: ['visitors', id, 'capacity'],
    queryFn: ({ signal }) => call('GET /api/visitors/{id}/capacity', { id, signal }),
  });
  const setsOwn = reachOf(user, 'visitorTime') === 'all';
  return (
    <>
      <Section
        title="When I visit"
        action={data && <Button onClick={() => setOpen(true)}>Change my days</Button>}
      >
        {error && !data && <Failure error={error} onRetry={() => void refetch()} />}
        {!data && !error && <Waiting words="Loading…" />}
        {data && (
          <>
            {data.isAssumed && (
              <Typography variant="body2" sx={{ color: 'text.secondary' }}>
                Nothing is on record of you yet, so this is taken:
              </Typography>
            )}
            <FactList
              facts={[
                ['Weekdays', weekdaysInWords(data.weekdays) ?? 'No weekday'],
                [
                  'Visits',
                  `${capacityInShort(data)}${setsOwn ? '' : '; the Head of Participation sets this'}`,
                ],
                ['Starts from', data.startsFrom],
              ]}
            />
          </>
        )}
        {open && data && (
          <CapacityDialog own={!setsOwn} capacity={data} onClose={() => setOpen(false)} />
        )}
      </Section>
      <Absences title="When I am away" userId={id} />
      <BusyCalendar />
    </>
  );
}
