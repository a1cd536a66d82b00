import { useState } from 'react';
import { useQuery } from '@tanstack/react-query';
import Alert from '@mui/material/Alert';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { useSearchParams } from 'react-router-dom';
import type { AgreedVisit } from '@tracker/contract';
import { dayAndTimeInWords } from '@tracker/domain';
import { Failure } from '../layout/Failure';
import { Waiting } from '../layout/Waiting';
import { call } from '../providers/call';
import { NOTHING_SAID, saidOf } from './offer-words';
import { SayingFields } from './SayingFields';
import { SchoolPage } from './SchoolPage';
import { useSchoolAnswer } from './use-school-answer';

/** Where the link in a confirmation or a reminder leads: the school cannot make its day. */
export default function CannotMakeItPage() {
  const [search] = useSearchParams();
  const token = search.get('token') ?? '';
  const [answered, setAnswered] = useState<AgreedVisit | null>(null);
  const { data, error, refetch } = useQuery({
    queryKey: ['agreed-visit', token],
    queryFn: () => call('POST /api/agreed-visit', { body: { token } }),
    staleTime: Infinity,
    retry: false,
  });
  const visit = answered ?? data;
  return (
    <SchoolPage title="Our visit to you" of={visit}>
      {error && <Failure error={error} onRetry={() => void refetch()} />}
      {!visit && !error && <Waiting words="Opening the visit…" />}
      {visit && <Said visit={visit} />}
      {visit && visit.closed === null && !visit.cannot && (
        <CannotForm token={token} onAnswered={setAnswered} />
      )}
    </SchoolPage>
  );
}

function Said({ visit: { day, startTime, visitorName, cannot, closed } }: { visit: AgreedVisit }) {
  return (
    <>
      {closed === null && day !== null && (
        <Typography>
          {dayAndTimeInWords({ day, startTime })}
          {visitorName !== null && `, with ${visitorName}`}
        </Typography>
      )}
      <Typography role="status" sx={{ mt: 1 }}>
        {closed ??
          (cannot
            ? 'Thank you for telling us that you cannot make this day. The music hub will write to you.'
            : '')}
      </Typography>
    </>
  );
}

interface CannotFormProps {
  token: string;
  onAnswered: (visit: AgreedVisit) => void;
}

function CannotForm({ token, onAnswered }: CannotFormProps) {
  const [saying, setSaying] = useState(NOTHING_SAID);
  const { send, isBusy, refusal, errors } = useSchoolAnswer<AgreedVisit>(onAnswered);
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        const body = { token, ...saidOf(saying) };
        void send(() => call('POST /api/agreed-visit/cannot', { body }));
      }}
    >
      <Typography sx={{ mb: 2 }}>
        You need do nothing if the day suits you. If you cannot make it, tell us here.
      </Typography>
      {refusal && (
        <Alert severity="error" sx={{ mb: 2 }}>
          {refusal.words}
        </Alert>
      )}
      <SayingFields form={saying} errors={errors} onChange={setSaying} />
      <Button type="submit" variant="contained" size="large" disabled={isBusy} sx={{ mt: 2 }}>
        {isBusy ? 'Sending…' : 'We cannot make this day'}
      </Button>
    </form>
  );
}
