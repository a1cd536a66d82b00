import { useState } from 'react';
import { SelectInput, useGetList, useRefresh } from 'react-admin';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Link from '@mui/material/Link';
import Typography from '@mui/material/Typography';
import { Link as RouterLink } from 'react-router-dom';
import { type Mail, mayWriteInRegion, type Visit } from '@tracker/contract';
import { FormDialog } from '../fields/FormDialog';
import { instantInWords } from '../fields/texts';
import { Section } from '../layout/Section';
import { useSignedInUser } from '../providers/use-signed-in-user';
import { MAIL_KIND_WORDS, recipientInWords } from './mail-words';
import { MailStatusChip } from './MailStatusChip';
import { call } from '../providers/call';
import type { VisitRecipient } from '@tracker/contract';

/** Where the first mail about a visit goes, before it has gone anywhere. */
const FIRST_MAIL = {
  planned: 'When the visit is confirmed, an email with a calendar entry goes',
  confirmed: 'The school has not been told. The email goes',
};

/** What the school was told of a visit, and who gets it. */
export function VisitMail({ visit }: { visit: Visit }) {
  const user = useSignedInUser();
  const [choosing, setChoosing] = useState(false);
  const { data: mails } = useGetList<Mail>('mails', {
    filter: { visitId: visit.id },
    sort: { field: 'createdAt', order: 'DESC' },
    pagination: { page: 1, perPage: 25 },
  });
  const { data: recipient } = useQuery({
    queryKey: ['visits', 'recipient', visit.id, visit.version],
    queryFn: ({ signal }) => call('GET /api/visits/{id}/recipient', { id: visit.id, signal }),
  });
  if (!mails || !recipient) return null;
  const planned =
    visit.status === 'proposed' || visit.status === 'scheduled' || visit.status === 'confirmed';
  if (!planned && mails.length === 0) return null;
  const to = recipient.contacts.find(({ id }) => id === recipient.contactId);
  const mayChoose = planned && user && mayWriteInRegion(user, visit.regionId);
  return (
    <Section
      title="Email to the school"
      action={
        mayChoose && to && <Button onClick={() => setChoosing(true)}>Choose who gets it</Button>
      }
    >
      {planned && (
        <Typography variant="body2" sx={{ overflowWrap: 'anywhere' }}>
          {to
            ? `${recipient.told ? 'Changes go' : FIRST_MAIL[visit.status === 'confirmed' ? 'confirmed' : 'planned']} to ${to.name}, ${to.email}.`
            : 'No contact of the school has an email address, so no email can be sent.'}
        </Typography>
      )}
      <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0 }}>
        {mails.map((mail) => (
          <MailRow key={mail.id} mail={mail} />
        ))}
      </Box>
      {choosing && (
        <ChooseDialog visitId={visit.id} recipient={recipient} onClose={() => setChoosing(false)} />
      )}
    </Section>
  );
}

function MailRow({ mail }: { mail: Mail }) {
  return (
    <Box component="li" sx={{ py: 1, borderTop: 1, borderColor: 'divider', mt: 1 }}>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, alignItems: 'center' }}>
        <Link component={RouterLink} to={`/mails/${mail.id}/show`} sx={{ fontWeight: 650 }}>
          {MAIL_KIND_WORDS[mail.kind]}
        </Link>
        <MailStatusChip status={mail.status} />
      </Box>
      <Typography variant="body2" sx={{ color: 'text.secondary', overflowWrap: 'anywhere' }}>
        {mail.lastError ??
          `${recipientInWords(mail)}, ${instantInWords(mail.sentAt ?? mail.createdAt)}`}
      </Typography>
    </Box>
  );
}

function ChooseDialog(props: { visitId: string; recipient: VisitRecipient; onClose: () => void }) {
  const { visitId, recipient, onClose } = props;
  const queries = useQueryClient();
  const refresh = useRefresh();
  const choices = recipient.contacts
    .filter(({ email }) => email)
    .map(({ id, name, email }) => ({ id, name: `${name}, ${email}` }));
  const save = async ({ contactId }: { contactId: string }) => {
    await call('PUT /api/visits/{id}/recipient', { id: visitId, body: { contactId } });
    await queries.invalidateQueries({ queryKey: ['visits', 'recipient', visitId] });
    refresh();
  };
  return (
    <FormDialog<{ contactId: string }>
      title="Who gets the email about this visit?"
      submitWords="Save"
      defaultValues={{ contactId: recipient.contactId ?? '' }}
      onSubmit={save}
      onClose={onClose}
    >
      <SelectInput
        source="contactId"
        label="Contact"
        choices={choices}
        emptyText={false as never}
      />
    </FormDialog>
  );
}
