import { useQuery } from '@tanstack/react-query';
import Alert from '@mui/material/Alert';
import Typography from '@mui/material/Typography';
import type { MailDelivery } from '@tracker/contract';
import { plural } from '@tracker/domain';
import { HeldNote } from './HeldNote';
import { call } from '../providers/call';

/** Whether email can be sent, and what waits for a person. */
export function DeliveryNote() {
  const { data } = useQuery({
    queryKey: ['mails', 'delivery'],
    queryFn: ({ signal }) => call('GET /api/mail-delivery', { signal }),
  });
  if (!data) return null;
  return (
    <>
      <HeldNote held={data.held} />
      <ServerNote delivery={data} />
    </>
  );
}

function ServerNote({ delivery: data }: { delivery: MailDelivery }) {
  const waiting = plural(data.waiting, 'email');
  if (data.server === null) {
    return (
      <Alert severity="warning" sx={{ mt: 1, maxWidth: 720 }}>
        No mail server is set up, so nothing is sent.{' '}
        {data.waiting > 0 && `${waiting} ${data.waiting === 1 ? 'waits' : 'wait'}. `}
        Ask whoever runs the tracker to set one up; emails that are still useful are then sent
        automatically.
      </Alert>
    );
  }
  if (data.problem !== null) {
    return (
      <Alert severity="warning" sx={{ mt: 1, maxWidth: 720 }}>
        {waiting} {data.waiting === 1 ? 'waits' : 'wait'}. {data.problem} It is tried again by
        itself, for a day.
      </Alert>
    );
  }
  return (
    <Typography variant="body2" sx={{ mt: 0.5, color: 'text.secondary' }}>
      Sent from {data.from} through {data.server}. {waiting} {data.waiting === 1 ? 'waits' : 'wait'}
      .
    </Typography>
  );
}
