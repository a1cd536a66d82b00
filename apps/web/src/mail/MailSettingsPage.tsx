import { useState } from 'react';
import { NumberInput, TextInput, useNotify } from 'react-admin';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import type { MailSettings, MailTemplate } from '@tracker/contract';
import { LIMITS } from '@tracker/domain';
import { FactList } from '../fields/FactList';
import { FormDialog } from '../fields/FormDialog';
import { ToneChip } from '../fields/ToneChip';
import { Failure } from '../layout/Failure';
import { Section } from '../layout/Section';
import { Waiting } from '../layout/Waiting';

import { MAIL_KIND_WORDS } from './mail-words';
import { MailTemplateDialog } from './MailTemplateDialog';
import { upTo } from '../fields/written';
import { call } from '../providers/call';

const TEMPLATES = ['mail-templates'] as const;
const SETTINGS = ['mail-settings'] as const;

/** How the hub's mails read. */
export default function MailSettingsPage() {
  const templates = useQuery({
    queryKey: TEMPLATES,
    queryFn: ({ signal }) => call('GET /api/mail-templates', { signal }),
  });
  return (
    <Box sx={{ display: 'grid', gap: 2 }}>
      <HubInMails />
      {templates.error && (
        <Failure error={templates.error} onRetry={() => void templates.refetch()} />
      )}
      {templates.isPending && <Waiting words="Loading the wordings…" />}
      {templates.data?.map((template) => (
        <Wording key={template.id} template={template} />
      ))}
    </Box>
  );
}

function HubInMails() {
  const queries = useQueryClient();
  const notify = useNotify();
  const [open, setOpen] = useState(false);
  const { data } = useQuery({
    queryKey: SETTINGS,
    queryFn: ({ signal }) => call('GET /api/mail-settings', { signal }),
  });
  if (!data) return null;
  const save = async (values: MailSettings) => {
    await call('PUT /api/mail-settings', {
      body: {
        ...values,
        contactEmail: values.contactEmail || null,
        privacyUrl: values.privacyUrl || null,
      },
    });
    notify('Saved.', { type: 'success' });
    await queries.invalidateQueries({ queryKey: SETTINGS });
  };
  return (
    <Section
      title="The hub, as schools see it"
      action={<Button onClick={() => setOpen(true)}>Change</Button>}
    >
      <FactList
        facts={[
          ['Name of the hub', data.hubName],
          ['Length of a visit', `${data.visitMinutes} minutes`],
          ['Email address for schools', data.contactEmail],
          ['Privacy notice', data.privacyUrl],
        ]}
      />
      {open && (
        <FormDialog<MailSettings>
          title="The hub, as schools see it"
          submitWords="Save"
          defaultValues={data}
          onSubmit={save}
          onClose={() => setOpen(false)}
        >
          <TextInput
            source="hubName"
            label="Name of the hub"
            validate={upTo(LIMITS.hub.name)}
            helperText={false}
          />
          <NumberInput
            source="visitMinutes"
            label="Length of a visit in minutes"
            helperText="As calendars show it, where a visit has a time."
          />
          <TextInput
            source="contactEmail"
            label="Email address for schools"
            helperText="The survey’s page names it. If empty, it names whoever made the link."
          />
          <TextInput
            source="privacyUrl"
            label="Address of the privacy notice"
            helperText="Schools read it before the survey. For example https://www.your-hub.org.uk/privacy"
          />
        </FormDialog>
      )}
    </Section>
  );
}

function Wording({ template }: { template: MailTemplate }) {
  const queries = useQueryClient();
  const notify = useNotify();
  const [open, setOpen] = useState<'change' | 'reset' | null>(null);
  const close = () => setOpen(null);
  const name = MAIL_KIND_WORDS[template.id];
  const refresh = () => queries.invalidateQueries({ queryKey: TEMPLATES });
  const reset = async () => {
    await call('DELETE /api/mail-templates/{kind}', { kind: template.id });
    notify('The wording is the tracker’s own again.', { type: 'success' });
    await refresh();
  };
  const actions = (
    <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, alignItems: 'center' }}>
      {!template.isDefault && <ToneChip tone="booked" label="Your own wording" />}
      {!template.isDefault && (
        <Button onClick={() => setOpen('reset')} aria-label={`Reset: ${name}`}>
          Reset
        </Button>
      )}
      <Button onClick={() => setOpen('change')} aria-label={`Change: ${name}`}>
        Change
      </Button>
    </Box>
  );
  return (
    <Section title={name} action={actions}>
      <Typography sx={{ fontWeight: 650, overflowWrap: 'anywhere' }}>{template.subject}</Typography>
      <Typography
        variant="body2"
        sx={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere', color: 'text.secondary', mt: 1 }}
      >
        {template.body}
      </Typography>
      {open === 'change' && (
        <MailTemplateDialog template={template} name={name} onSaved={refresh} onClose={close} />
      )}
      {open === 'reset' && (
        <FormDialog
          title={`Reset “${name}”?`}
          consequence="Your wording is given up and the tracker's own is used again."
          submitWords="Reset the wording"
          danger
          onSubmit={reset}
          onClose={close}
        />
      )}
    </Section>
  );
}
