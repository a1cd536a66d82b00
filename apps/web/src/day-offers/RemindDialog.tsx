import { useState } from 'react';
import { useNotify, useRefresh } from 'react-admin';
import type { DayOffer, DayOfferSending } from '@tracker/contract';
import { formatDay, plural } from '@tracker/domain';
import { FormDialog } from '../fields/FormDialog';
import { call } from '../providers/call';
import { keyByBody } from '../providers/idempotency';
import { OfferResultDialog } from './OfferResultDialog';
import { sentInWords } from './offer-words';

/** Schools that have not answered, asked once more. */
export default function RemindDialog(props: { offers: readonly DayOffer[]; onClose: () => void }) {
  const { offers, onClose } = props;
  const [keyOf] = useState(keyByBody);
  const [result, setResult] = useState<DayOfferSending | null>(null);
  const notify = useNotify();
  const refresh = useRefresh();
  if (result) return <OfferResultDialog result={result} onClose={onClose} />;
  const submit = async () => {
    const body = { ids: offers.map(({ id }) => id) };
    const given = await call('POST /api/day-offers/remind', { body, idempotencyKey: keyOf(body) });
    refresh();
    if (given.refused.length > 0) {
      setResult(given);
      return false;
    }
    notify(sentInWords(given), { type: 'success' });
    return true;
  };
  return (
    <FormDialog
      title={offers.length === 1 ? `Remind ${offers[0]!.schoolName}` : 'Remind schools'}
      consequence={`${plural(offers.length, 'school')} that ${offers.length === 1 ? 'has' : 'have'} not answered ${offers.length === 1 ? 'gets' : 'get'} another email with the same days, at most one a day.`}
      submitWords={`Send ${plural(offers.length, 'reminder')}`}
      busyWords="Sending…"
      onSubmit={submit}
      onClose={onClose}
    >
      <ul style={{ margin: 0, paddingLeft: '1.25rem' }}>
        {offers.map(({ id, schoolName, contactName, expiresOn, remindedOn }) => (
          <li key={id}>
            <strong>{schoolName}</strong>, {contactName ?? 'nobody named'}, until{' '}
            {formatDay(expiresOn)}
            {remindedOn !== null && `, reminded on ${formatDay(remindedOn)}`}
          </li>
        ))}
      </ul>
    </FormDialog>
  );
}
