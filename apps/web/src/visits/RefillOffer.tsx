import { useState } from 'react';
import { useNotify, useRefresh } from 'react-admin';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { formatDay, kmInWords } from '@tracker/domain';
import type { PlaceTaker } from '@tracker/contract';
import { BestDayChips } from '../planning/BestDayChips';
import { call } from '../providers/call';
import { keyByBody } from '../providers/idempotency';
import { sentenceOf } from '../providers/problems';
import { freedInWords } from './refill-words';

interface RefillOfferProps {
  /** A visit that was cancelled, and its school. */
  visitId: string;
  schoolId?: string;
  schoolName: string;
  /** Whether other days for the school are offered too. */
  withDays?: boolean;
}

interface NewDate {
  schoolId: string;
  name: string;
  scheduledOn: string;
  visitorId: string;
}

/** What can be done after a cancellation: who could take the place, and when the school could be visited. */
export function RefillOffer({ visitId, schoolId, schoolName, withDays }: RefillOfferProps) {
  const { data } = useQuery({
    queryKey: ['visits', visitId, 'refill'],
    queryFn: ({ signal }) => call('GET /api/visits/{id}/refill', { id: visitId, signal }),
  });
  const { schedule, isBusy } = useSchedule();
  if (!data) return null;
  const words = freedInWords(data, schoolName);
  const { place, schoolsForPlace, daysForSchool } = data;
  const take = ({ schoolId: taker, name }: PlaceTaker) =>
    place &&
    void schedule({
      ...{ schoolId: taker, name, scheduledOn: place.date, visitorId: place.visitorId },
    });
  return (
    <>
      {words && <Typography>{words}</Typography>}
      {schoolsForPlace.length > 0 && (
        <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0 }}>
          {schoolsForPlace.map((school) => (
            <Box component="li" key={school.schoolId} sx={ROW}>
              <Typography variant="body2" sx={{ flex: '1 1 14rem', minWidth: 0 }}>
                <strong>{school.name}</strong> · {kmInWords(school.km)} more · {school.reason}
              </Typography>
              <Button
                size="small"
                disabled={isBusy}
                aria-label={`Schedule ${school.name}`}
                onClick={() => take(school)}
              >
                Schedule
              </Button>
            </Box>
          ))}
        </Box>
      )}
      {withDays && schoolId && daysForSchool.length > 0 && (
        <Box sx={{ mt: 1 }}>
          <Typography variant="body2">{`Other days for ${schoolName}:`}</Typography>
          <BestDayChips
            days={daysForSchool}
            chosen={{ day: '', visitorId: '' }}
            onChoose={({ date, visitorId }) =>
              void schedule({ schoolId, name: schoolName, scheduledOn: date, visitorId })
            }
          />
        </Box>
      )}
    </>
  );
}

/** One press: what speaks against it is said, and nothing happens then. */
function useSchedule() {
  const [isBusy, setIsBusy] = useState(false);
  const [keyOf] = useState(keyByBody);
  const queries = useQueryClient();
  const notify = useNotify();
  const refresh = useRefresh();
  const schedule = async ({ name, ...visit }: NewDate) => {
    setIsBusy(true);
    try {
      const body = { ...visit, accepting: [] };
      await call('POST /api/visits', { body, idempotencyKey: keyOf(body) });
      notify(`Visit to ${name} scheduled for ${formatDay(visit.scheduledOn)}.`, {
        type: 'success',
      });
      await queries.invalidateQueries({ queryKey: ['visits'] });
      await queries.invalidateQueries({ queryKey: ['today'] });
      refresh();
    } catch (error) {
      notify(sentenceOf(error), { type: 'error' });
    } finally {
      setIsBusy(false);
    }
  };
  return { schedule, isBusy };
}

const ROW = {
  display: 'flex',
  flexWrap: 'wrap',
  alignItems: 'center',
  columnGap: 1,
  py: 0.5,
  borderBottom: 1,
  borderColor: 'divider',
  '&:last-child': { borderBottom: 0 },
};
