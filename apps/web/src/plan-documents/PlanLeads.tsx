import { useState } from 'react';
import { useDataProvider, useNotify, useRefresh } from 'react-admin';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Link from '@mui/material/Link';
import Typography from '@mui/material/Typography';
import { Link as RouterLink } from 'react-router-dom';
import type { PlanDocumentReading } from '@tracker/contract';
import { Section } from '../layout/Section';
import { schoolPath } from '../paths/school-paths';
import { keyByBody } from '../providers/idempotency';
import { sentenceOf } from '../providers/problems';

type Lead = PlanDocumentReading['leads'][number];

interface PlanLeadsProps {
  document: PlanDocumentReading;
  mayWrite: boolean;
}

/** Music leads named in the plan who are no contacts: offered, never added by themselves. */
export function PlanLeads({ document: { leads, schoolId }, mayWrite }: PlanLeadsProps) {
  const [declined, setDeclined] = useState<string[]>([]);
  const offered = leads.filter(({ name }) => !declined.includes(name));
  if (!mayWrite || offered.length === 0) return null;
  return (
    <Box sx={{ mb: 2 }}>
      <Section title="Music lead">
        {offered.map((lead) => (
          <Offer
            key={lead.name}
            lead={lead}
            schoolId={schoolId}
            onDecline={() => setDeclined([...declined, lead.name])}
          />
        ))}
      </Section>
    </Box>
  );
}

interface OfferProps {
  lead: Lead;
  schoolId: string;
  onDecline: () => void;
}

function Offer({ lead: { name, instead }, schoolId, onDecline }: OfferProps) {
  const dataProvider = useDataProvider();
  const notify = useNotify();
  const refresh = useRefresh();
  const [keyOf] = useState(keyByBody);
  const [sending, setSending] = useState(false);
  const add = async () => {
    if (sending) return;
    setSending(true);
    const data = { schoolId, name, role: 'music_lead', email: null, telephone: null };
    try {
      await dataProvider.create('contacts', { data, meta: { idempotencyKey: keyOf(data) } });
      notify(`${name} is a contact of the school.`, { type: 'success' });
      refresh();
    } catch (error) {
      notify(sentenceOf(error), { type: 'error' });
    } finally {
      setSending(false);
    }
  };
  return (
    <Box role="group" aria-label={`Music lead: ${name}`} sx={{ py: 0.5 }}>
      <Typography>
        {instead
          ? `${name} is named as music lead. The music lead on record is ${instead}. Has the lead changed?`
          : `${name} is named as music lead. Add as a contact?`}
      </Typography>
      {instead && (
        <Typography variant="body2" sx={{ color: 'text.secondary' }}>
          {instead} stays a contact until you change or remove them on{' '}
          <Link component={RouterLink} to={schoolPath(schoolId)}>
            the school’s page
          </Link>
          .
        </Typography>
      )}
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, mt: 0.5 }}>
        <Button
          variant="contained"
          size="small"
          aria-disabled={sending}
          onClick={() => void add()}
          aria-label={`${instead ? 'Yes, add' : 'Add'} ${name}`}
        >
          {instead ? `Yes, add ${name}` : `Add ${name}`}
        </Button>
        <Button size="small" onClick={onDecline} aria-label={`No: ${name}`}>
          No
        </Button>
      </Box>
    </Box>
  );
}
