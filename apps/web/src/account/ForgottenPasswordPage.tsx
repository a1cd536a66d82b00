import { useState } from 'react';
import { email, required, TextInput } from 'react-admin';
import Typography from '@mui/material/Typography';

import { PublicDone, PublicForm, PublicPage } from './PublicPage';
import { call } from '../providers/call';

/** Where somebody who has forgotten their password asks for a link by email. */
export default function ForgottenPasswordPage() {
  const [asked, setAsked] = useState<string | null>(null);
  if (asked !== null) {
    return (
      <PublicPage title="Check your email">
        <PublicDone>
          If {asked} is the address of an account, an email with a link is on its way to it. The
          link works once, for an hour. Nothing after a few minutes? Look in your junk folder, check
          the address, or ask whoever looks after the tracker at your hub.
        </PublicDone>
      </PublicPage>
    );
  }
  return (
    <PublicPage title="Choose a new password">
      <Typography sx={{ mb: 2 }}>We will email you a link to choose a new password.</Typography>
      <PublicForm
        submitWords="Email me a link"
        onSubmit={async ({ email: address }) => {
          const typed = String(address).trim();
          await call('POST /api/auth/password-reset', { body: { email: typed } });
          setAsked(typed);
        }}
      >
        <TextInput
          source="email"
          label="Email address"
          type="email"
          autoComplete="username"
          size="medium"
          fullWidth
          autoFocus
          validate={[
            required('Type your email address.'),
            email('That does not look like an email address.'),
          ]}
        />
      </PublicForm>
    </PublicPage>
  );
}
