import { useState } from 'react';
import { useQuery } from '@tanstack/react-query';
import Typography from '@mui/material/Typography';
import { useSearchParams } from 'react-router-dom';
import type { OfferedDays } from '@tracker/contract';
import { formatDay } from '@tracker/domain';
import { Failure } from '../layout/Failure';
import { Waiting } from '../layout/Waiting';
import { call } from '../providers/call';
import { ChooseDay } from './ChooseDay';
import { SchoolPage } from './SchoolPage';

/** Where the link in an offer leads: its days, and nothing else of the tracker. */
export default function OfferedDaysPage() {
  const [search] = useSearchParams();
  const token = search.get('token') ?? '';
  const [answered, setAnswered] = useState<OfferedDays | null>(null);
  const { data, error, refetch } = useQuery({
    queryKey: ['offered-days', token],
    queryFn: () => call('POST /api/offered-days', { body: { token } }),
    staleTime: Infinity,
    retry: false,
  });
  const offered = answered ?? data;
  return (
    <SchoolPage title="Which day suits you?" of={offered}>
      {error && <Failure error={error} onRetry={() => void refetch()} />}
      {!offered && !error && <Waiting words="Opening the days…" />}
      {offered && offered.state === 'sent' && offered.closed === null && (
        <ChooseDay
          token={token}
          offered={offered}
          onAnswered={setAnswered}
          onRefused={() => void refetch()}
        />
      )}
      {offered && (offered.state !== 'sent' || offered.closed !== null) && (
        <Typography role="status" tabIndex={-1}>
          {offered.closed ?? thanks(offered)}
        </Typography>
      )}
    </SchoolPage>
  );
}

function thanks({ state, takenOn, visitorName }: OfferedDays): string {
  if (state === 'taken' && takenOn !== null) {
    return `Thank you. ${visitorName ?? 'We'} will visit you on ${formatDay(takenOn)}. You get an email with a calendar entry; it also has a link to tell us if you cannot make the day.`;
  }
  if (state === 'proposed') {
    return 'Thank you. The music hub has your proposal and will write to you.';
  }
  return 'Thank you. The music hub knows that none of these days suits you.';
}
