import { lazy, Suspense, useState } from 'react';
import { useQuery } from '@tanstack/react-query';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import type { School, SchoolAvailabilityOnRecord } from '@tracker/contract';
import { formatDay, plural } from '@tracker/domain';
import { FactList } from '../fields/FactList';
import { weekdaysInWords } from '../fields/weekdays';
import { Failure } from '../layout/Failure';
import { Section } from '../layout/Section';
import { call } from '../providers/call';
import { today } from '../providers/today';
import { daysWithReason } from './availability-form';

const AvailabilityDialog = lazy(() => import('./AvailabilityDialog'));

/** On which days the school can be visited, as it says itself. */
export function SchoolAvailability({ school, mayWrite }: { school: School; mayWrite: boolean }) {
  const { id } = school;
  const [open, setOpen] = useState(false);
  const { data, error, refetch } = useQuery({
    queryKey: ['schools', id, 'availability'],
    queryFn: ({ signal }) => call('GET /api/schools/{id}/availability', { id, signal }),
  });
  const close = () => {
    setOpen(false);
    void refetch();
  };
  return (
    <Section
      title="When it can be visited"
      action={
        mayWrite &&
        data && (
          <Button size="small" onClick={() => setOpen(true)}>
            Change the days
          </Button>
        )
      }
    >
      {error && !data && <Failure error={error} onRetry={() => void refetch()} />}
      {data && <Said of={data} />}
      <Suspense fallback={null}>
        {open && data && <AvailabilityDialog school={school} availability={data} onClose={close} />}
      </Suspense>
    </Section>
  );
}

function Said({ of }: { of: SchoolAvailabilityOnRecord }) {
  if (of.version === null) {
    return (
      <Typography variant="body2" sx={{ color: 'text.secondary' }}>
        The school has said nothing; any school day will do.
      </Typography>
    );
  }
  const coming = of.unavailable.filter(({ to }) => to >= today());
  const earlier = of.unavailable.length - coming.length;
  return (
    <>
      <FactList
        facts={[
          ['Never on', weekdaysInWords(of.neverWeekdays) ?? 'No weekday named'],
          ['Would like', weekdaysInWords(of.wishedWeekdays) ?? 'No weekday named'],
          ['Cannot', <Days key="days" coming={coming.map(daysWithReason)} earlier={earlier} />],
          ...(of.note === null ? [] : [['Note', of.note] as const]),
        ]}
      />
      {of.saidOn !== null && (
        <Typography variant="body2" sx={{ color: 'text.secondary', mt: 0.5 }}>
          {of.saidByLink ? 'Said by its link on ' : 'Written down on '}
          {formatDay(of.saidOn)}
          {of.saidToName !== null && ` by ${of.saidToName}`}
          {of.saidByName !== null && `, sent to ${of.saidByName}`}
        </Typography>
      )}
    </>
  );
}

function Days({ coming, earlier }: { coming: readonly string[]; earlier: number }) {
  return (
    <>
      {coming.length === 0 && 'No day to come named'}
      {coming.map((words) => (
        <Box key={words} component="span" sx={{ display: 'block' }}>
          {words}
        </Box>
      ))}
      {earlier > 0 && (
        <Box component="span" sx={{ display: 'block', color: 'text.secondary' }}>
          {plural(earlier, 'earlier entry', 'earlier entries')}
        </Box>
      )}
    </>
  );
}
