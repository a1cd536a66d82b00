import { useState } from 'react';
import Typography from '@mui/material/Typography';
import { useSearchParams } from 'react-router-dom';

import { NewPasswordInput } from './PasswordInput';
import { PublicDone, PublicForm, PublicPage } from './PublicPage';
import { call } from '../providers/call';

/** Where an invitation and a reset link lead. */
export default function SetPasswordPage() {
  const [search] = useSearchParams();
  const token = search.get('token') ?? '';
  const [done, setDone] = useState(false);
  if (done) {
    return (
      <PublicPage title="Your password is set">
        <PublicDone>
          Sign in with your email address and the new password. Wherever you were signed in before,
          you are signed out.
        </PublicDone>
      </PublicPage>
    );
  }
  return (
    <PublicPage title="Choose your password">
      {token === '' ? (
        <Typography>
          The link is incomplete. Copy all of it into the address bar, or ask whoever looks after
          the tracker for a new one.
        </Typography>
      ) : (
        <PublicForm
          submitWords="Set the password"
          onSubmit={async ({ password }) => {
            await call('POST /api/auth/password', { body: { token, password } });
            setDone(true);
          }}
        >
          <NewPasswordInput source="password" label="New password" />
        </PublicForm>
      )}
    </PublicPage>
  );
}
