import { lazy, Suspense, useState } from 'react';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import type { DayOffer, School } from '@tracker/contract';
import { formatDay } from '@tracker/domain';
import { ToneChip } from '../fields/ToneChip';
import { Failure } from '../layout/Failure';
import { Section } from '../layout/Section';
import { call } from '../providers/call';
import { OfferAnswer } from './OfferAnswer';
import { OfferDaysButton } from './OfferDaysButton';
import { daysInWords, OFFER_TONES, offerInWords } from './offer-words';
import { useOfferStep } from './use-offer-steps';
import { useOffers } from './use-offers';

const RemindDialog = lazy(() => import('./RemindDialog'));
const MOST = 5;

/** Days that the school was offered, and what it answered; the newest first. */
export function SchoolOffers({ school, mayWrite }: { school: School; mayWrite: boolean }) {
  const { data: offers, error, refetch } = useOffers({ schoolId: [school.id] }, MOST);
  const isOpen = offers?.some(({ state }) => state === 'sent') ?? false;
  return (
    <Section
      title="Days offered"
      action={
        mayWrite &&
        school.inScope &&
        offers &&
        !isOpen && (
          <OfferDaysButton
            size="small"
            school={{ schoolId: school.id }}
            onSent={() => void refetch()}
          />
        )
      }
    >
      {error && !offers && <Failure error={error} onRetry={() => void refetch()} />}
      {offers?.length === 0 && (
        <Typography variant="body2" sx={{ color: 'text.secondary' }}>
          No days have been offered yet.
        </Typography>
      )}
      <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0 }}>
        {offers?.map((offer) => (
          <Box component="li" key={offer.id} sx={{ py: 1 }}>
            <ToneChip tone={OFFER_TONES[offer.state]} label={offerInWords(offer)} />
            {offer.state === 'sent' ? (
              <OpenOffer offer={offer} mayWrite={mayWrite} />
            ) : (
              <OfferAnswerOf offer={offer} mayWrite={mayWrite} />
            )}
          </Box>
        ))}
      </Box>
    </Section>
  );
}

function OfferAnswerOf({ offer, mayWrite }: { offer: DayOffer; mayWrite: boolean }) {
  if (offer.state === 'none' || offer.state === 'proposed') {
    return <OfferAnswer offer={offer} mayWrite={mayWrite} />;
  }
  return (
    <Typography variant="body2" sx={{ color: 'text.secondary' }}>
      Offered were {daysInWords(offer.days.map(({ date }) => date))}
    </Typography>
  );
}

function OpenOffer({ offer, mayWrite }: { offer: DayOffer; mayWrite: boolean }) {
  const [reminding, setReminding] = useState(false);
  const { take, isBusy } = useOfferStep();
  const { id, days, contactName, offeredByName, remindedOn } = offer;
  return (
    <>
      <Typography variant="body2" sx={{ mt: 0.5, overflowWrap: 'anywhere' }}>
        {daysInWords(days.map(({ date }) => date))}
      </Typography>
      <Typography variant="body2" sx={{ color: 'text.secondary' }}>
        To {contactName ?? 'the school'}, by {offeredByName}
        {remindedOn !== null && `; reminded on ${formatDay(remindedOn)}`}
      </Typography>
      {mayWrite && (
        <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, mt: 1 }}>
          <Button size="small" variant="outlined" onClick={() => setReminding(true)}>
            Remind…
          </Button>
          <Button
            size="small"
            disabled={isBusy}
            onClick={() =>
              void take(
                () => call('POST /api/day-offers/{id}/withdraw', { id }),
                'The days are withdrawn; their places are free again.',
              )
            }
          >
            Withdraw the days
          </Button>
        </Box>
      )}
      <Suspense fallback={null}>
        {reminding && <RemindDialog offers={[offer]} onClose={() => setReminding(false)} />}
      </Suspense>
    </>
  );
}
