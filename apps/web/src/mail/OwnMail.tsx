import { useState } from 'react';
import { useNotify } from 'react-admin';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import FormControlLabel from '@mui/material/FormControlLabel';
import Switch from '@mui/material/Switch';
import { Section } from '../layout/Section';
import { sentenceOf } from '../providers/problems';
import { call } from '../providers/call';
import type { OwnMailSettings } from '@tracker/contract';

const OWN_MAIL = ['own-mail'] as const;

/** Which mails I want. */
export function OwnMail() {
  const queries = useQueryClient();
  const notify = useNotify();
  const { data } = useQuery({
    queryKey: OWN_MAIL,
    queryFn: ({ signal }) => call('GET /api/account/mail', { signal }),
  });
  // As it was pressed, until the tracker has answered.
  const [pressed, setPressed] = useState<boolean | null>(null);
  const { mutate } = useMutation({
    mutationFn: (body: OwnMailSettings) => call('PUT /api/account/mail', { body }),
    onSuccess: (saved) => queries.setQueryData(OWN_MAIL, saved),
    onError: (error) => notify(sentenceOf(error), { type: 'error' }),
    onSettled: () => setPressed(null),
  });
  if (!data) return null;
  return (
    <Section title="Emails to me">
      <FormControlLabel
        control={
          <Switch
            checked={pressed ?? data.dailyDigest}
            onChange={(_, dailyDigest) => {
              setPressed(dailyDigest);
              mutate({ dailyDigest });
            }}
          />
        }
        label="An email each morning with tomorrow’s visits, visits not logged yet and actions due"
      />
    </Section>
  );
}
