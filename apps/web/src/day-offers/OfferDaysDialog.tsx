import { useState } from 'react';
import { useNotify, useRefresh } from 'react-admin';
import { useQuery } from '@tanstack/react-query';
import { useFormContext, useWatch } from 'react-hook-form';
import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import type { DayOfferProposal, DayOfferSending, SchoolToOffer } from '@tracker/contract';
import { plural } from '@tracker/domain';
import { FormDialog } from '../fields/FormDialog';
import { PlainChoice } from '../fields/plain-inputs';
import { WaitingDialog } from '../layout/WaitingDialog';
import { call } from '../providers/call';
import { keyByBody } from '../providers/idempotency';
import { OfferResultDialog, RefusedSchools } from './OfferResultDialog';
import { dayChoice, sentInWords } from './offer-words';

interface OfferDaysDialogProps {
  schools: readonly SchoolToOffer[];
  /** Days of this stretch go first. */
  span?: { from: string; to: string } | undefined;
  onSent?: () => void;
  onClose: () => void;
}

/** A date for each of three choices of a school, by its id; empty for none. */
interface OfferValues {
  days: Record<string, [string, string, string]>;
}

const LONG_MS = 120_000;
const LABELS = ['First day', 'Second day', 'Third day'] as const;

/** Whom the mails go to and which days they offer; each can be changed before anything is sent. */
export default function OfferDaysDialog({ schools, span, onSent, onClose }: OfferDaysDialogProps) {
  const [keyOf] = useState(keyByBody);
  const [result, setResult] = useState<DayOfferSending | null>(null);
  const notify = useNotify();
  const refresh = useRefresh();
  const asked = { schools: [...schools], ...span };
  const { data: proposals, error } = useQuery({
    queryKey: ['day-offers', 'preview', asked],
    queryFn: () => call('POST /api/day-offers/preview', { body: asked, limitMs: LONG_MS }),
    staleTime: Infinity,
    gcTime: 0,
    retry: false,
  });
  if (result) return <OfferResultDialog result={result} onClose={onClose} />;
  if (error) throw error;
  if (!proposals) return <WaitingDialog words="Looking for days…" onClose={onClose} />;
  const open = proposals.filter(({ why }) => why === null);
  const closed = proposals.flatMap(({ schoolId, schoolName, why }) =>
    why === null ? [] : [{ schoolId, schoolName, message: why }],
  );
  const submit = async ({ days }: OfferValues) => {
    if (open.length === 0) throw new Error('There is no school to which days can be offered.');
    const offers = open.map((proposal) => offerOf(proposal, days[proposal.schoolId] ?? []));
    const body = { offers };
    const given = await call('POST /api/day-offers', {
      ...{ body, idempotencyKey: keyOf(body), limitMs: LONG_MS },
    });
    if (given.sent.length > 0) onSent?.();
    refresh();
    if (given.refused.length > 0) {
      setResult(given);
      return false;
    }
    notify(sentInWords(given), { type: 'success' });
    return true;
  };
  const one = open.length === 1 ? open[0] : undefined;
  return (
    <FormDialog<OfferValues>
      wide
      title={one ? `Offer days to ${one.schoolName}` : 'Offer days to schools'}
      consequence={
        open.length === 0
          ? 'Nothing can be sent.'
          : `${plural(open.length, 'school')} ${open.length === 1 ? 'gets' : 'get'} one email each, with a link to choose a day. The days are kept for them until they answer or the offer expires.`
      }
      submitWords={open.length === 1 ? 'Send the email' : `Send ${plural(open.length, 'email')}`}
      busyWords="Sending…"
      defaultValues={{ days: chosenDays(open) }}
      onSubmit={submit}
      onClose={onClose}
    >
      {open.map((proposal) => (
        <OfferOfSchool key={proposal.schoolId} proposal={proposal} named={!one} />
      ))}
      <RefusedSchools
        title={plural(closed.length, 'school gets', 'schools get') + ' no email'}
        refused={closed}
      />
    </FormDialog>
  );
}

const chosenDays = (proposals: readonly DayOfferProposal[]): OfferValues['days'] =>
  Object.fromEntries(
    proposals.map(({ schoolId, chosen }) => {
      const [first = '', second = '', third = ''] = chosen;
      return [schoolId, [first, second, third]];
    }),
  );

function offerOf(
  { schoolId, visitId, contactId, days }: DayOfferProposal,
  dates: readonly string[],
) {
  return {
    schoolId,
    ...(visitId !== null && { visitId }),
    ...(contactId !== null && { contactId }),
    days: dates.flatMap((date) => {
      const day = days.find((one) => one.date === date);
      return day ? [{ date, visitorId: day.visitorId }] : [];
    }),
  };
}

function OfferOfSchool({ proposal, named }: { proposal: DayOfferProposal; named: boolean }) {
  const { schoolId, schoolName, contactName, contactAddress, days } = proposal;
  const { setValue } = useFormContext<OfferValues>();
  const values = useWatch<OfferValues>() as OfferValues;
  const dates = values.days[schoolId] ?? ['', '', ''];
  const set = (n: number) => (date: string) => {
    const next = dates.map((before, i) => (i === n ? date : before)) as typeof dates;
    setValue(`days.${schoolId}`, next, { shouldDirty: true });
  };
  return (
    <Box component="fieldset" sx={{ border: 0, m: 0, p: 0, mb: 2, minWidth: 0 }}>
      <Typography component="legend" sx={{ fontWeight: 650, p: 0, overflowWrap: 'anywhere' }}>
        {named ? schoolName : 'Which days'}
      </Typography>
      <Typography variant="body2" sx={{ mb: 1.5, overflowWrap: 'anywhere' }}>
        To {contactName}, {contactAddress}
      </Typography>
      <Box
        sx={{ display: 'grid', gap: 1.5, gridTemplateColumns: { md: 'repeat(3, minmax(0, 1fr))' } }}
      >
        {LABELS.map((label, n) => (
          <PlainChoice
            key={label}
            name={`days.${schoolId}.${n}`}
            label={label}
            value={dates[n] ?? ''}
            {...(n === 2 && { nothing: 'No third day' })}
            choices={days
              .filter(({ date }) => date === dates[n] || !dates.includes(date))
              .map((day) => ({ id: day.date, name: dayChoice(day) }))}
            onChange={set(n)}
          />
        ))}
      </Box>
    </Box>
  );
}
