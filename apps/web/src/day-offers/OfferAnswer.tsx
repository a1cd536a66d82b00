import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import type { DayOffer } from '@tracker/contract';
import { formatDay } from '@tracker/domain';
import { call } from '../providers/call';
import { OfferDaysButton } from './OfferDaysButton';
import { daysInWords } from './offer-words';
import { useOfferStep } from './use-offer-steps';

/** What a school answered, and what can be done about it by one press. */
export function OfferAnswer({ offer, mayWrite }: { offer: DayOffer; mayWrite: boolean }) {
  const { id, version, schoolId, schoolName, state, days, proposedDays, words, said } = offer;
  const { take, isBusy } = useOfferStep();
  const isToSee = (state === 'none' || state === 'proposed') && offer.handledAt === null;
  const schedule = (date: string) =>
    take(
      () =>
        call('POST /api/day-offers/{id}/schedule', { id, body: { version, date, accepting: [] } }),
      `Visit to ${schoolName} confirmed for ${formatDay(date)}. The school gets its invitation.`,
    );
  return (
    <>
      <Typography variant="body2" sx={{ overflowWrap: 'anywhere' }}>
        {state === 'proposed' &&
          proposedDays.length > 0 &&
          `Proposes ${daysInWords(proposedDays)}. `}
        {words !== null && `“${words}” `}
        {said}
        {state === 'none' && said === null && 'It gave no reason.'}
      </Typography>
      <Typography variant="body2" sx={{ color: 'text.secondary' }}>
        Offered were {daysInWords(days.map(({ date }) => date))}
      </Typography>
      {isToSee && mayWrite && (
        <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, mt: 1 }}>
          {proposedDays.map((date) => (
            <Button
              key={date}
              size="small"
              variant="contained"
              disabled={isBusy}
              onClick={() => void schedule(date)}
            >
              {`Schedule ${formatDay(date)}`}
            </Button>
          ))}
          <OfferDaysButton
            size="small"
            variant="outlined"
            words="Offer other days…"
            school={{ schoolId, ...(offer.visitId !== null && { visitId: offer.visitId }) }}
          />
          <Button
            size="small"
            disabled={isBusy}
            aria-label={`Seen: ${schoolName}`}
            onClick={() =>
              void take(
                () => call('POST /api/day-offers/{id}/seen', { id }),
                `Seen: what ${schoolName} answered.`,
              )
            }
          >
            Seen
          </Button>
        </Box>
      )}
    </>
  );
}
