import { useState } from 'react';
import { TextInput, useNotify } from 'react-admin';
import { useFormContext } from 'react-hook-form';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import type { MailPreview, MailTemplate } from '@tracker/contract';
import type { MailWording } from '@tracker/domain';
import { FormDialog } from '../fields/FormDialog';
import { sentenceOf } from '../providers/problems';
import { call } from '../providers/call';

interface TemplateDialogProps {
  template: MailTemplate;
  name: string;
  onSaved: () => Promise<unknown>;
  onClose: () => void;
}

/** Subject and text of a kind of mail, with what may be named and how it would read. */
export function MailTemplateDialog({ template, name, onSaved, onClose }: TemplateDialogProps) {
  const notify = useNotify();
  const { id, version, subject, body, placeholders } = template;
  const save = async (values: MailWording) => {
    await call('PUT /api/mail-templates/{kind}', {
      kind: id,
      body: { version, subject: values.subject, body: values.body },
    });
    notify('The wording is saved.', { type: 'success' });
    await onSaved();
  };
  return (
    <FormDialog<MailWording>
      wide
      title={`Wording: ${name}`}
      submitWords="Save the wording"
      defaultValues={{ subject, body }}
      onSubmit={save}
      onClose={onClose}
    >
      <TextInput source="subject" label="Subject" helperText={false} />
      <TextInput source="body" label="Text" multiline minRows={8} helperText={false} />
      <Typography component="h3" variant="h3" sx={{ mt: 2 }}>
        What you can name
      </Typography>
      <Box component="ul" sx={{ mt: 0.5, pl: 2.5 }}>
        {placeholders.map(({ name: word, means }) => (
          <Typography component="li" variant="body2" key={word}>
            <code>{`{{${word}}}`}</code> {means}
          </Typography>
        ))}
      </Box>
      <Preview template={template} />
    </FormDialog>
  );
}

function Preview({ template: { id } }: { template: MailTemplate }) {
  const { getValues } = useFormContext<MailWording>();
  const [shown, setShown] = useState<MailPreview | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const look = async () => {
    const { subject, body } = getValues();
    try {
      setShown(
        await call('POST /api/mail-templates/{kind}/preview', {
          kind: id,
          body: { subject: subject ?? '', body: body ?? '' },
        }),
      );
      setProblem(null);
    } catch (error) {
      setShown(null);
      setProblem(sentenceOf(error));
    }
  };
  return (
    <>
      <Button variant="outlined" onClick={() => void look()}>
        Show how it reads
      </Button>
      <Box role="status" sx={{ mt: 1 }}>
        {problem}
        {shown && (
          <Box sx={{ border: 1, borderColor: 'divider', borderRadius: 2, p: 2 }}>
            <Typography variant="body2" sx={{ color: 'text.secondary' }}>
              {shown.schoolName === null
                ? 'With a made-up example:'
                : `With the visit to ${shown.schoolName}:`}
            </Typography>
            <Typography sx={{ fontWeight: 650, mt: 1, overflowWrap: 'anywhere' }}>
              {shown.subject}
            </Typography>
            <Typography sx={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere', mt: 1 }}>
              {shown.body}
            </Typography>
          </Box>
        )}
      </Box>
    </>
  );
}
