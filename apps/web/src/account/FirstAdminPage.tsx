import { useState } from 'react';
import { required, TextInput } from 'react-admin';
import Typography from '@mui/material/Typography';
import { useSearchParams } from 'react-router-dom';
import { makeFirstAdmin } from './account-calls';
import { NewPasswordInput } from './PasswordInput';
import { PublicDone, PublicForm, PublicPage } from './PublicPage';

/** Where the link leads that an empty tracker prints at its start. */
export default function FirstAdminPage() {
  const [search] = useSearchParams();
  const token = search.get('token') ?? '';
  const [done, setDone] = useState(false);
  if (done) {
    return (
      <PublicPage title="The tracker is yours">
        <PublicDone>
          Sign in with your email address and password. Then invite the others under Users.
        </PublicDone>
      </PublicPage>
    );
  }
  return (
    <PublicPage title="Make the first administrator">
      <Typography sx={{ mb: 2 }}>
        Nobody can sign in yet. The first administrator invites everybody else.
      </Typography>
      <PublicForm
        submitWords="Make my account"
        onSubmit={async ({ name, email, password }) => {
          await makeFirstAdmin({ token, name, email: String(email).trim(), password });
          setDone(true);
        }}
      >
        <TextInput
          source="name"
          label="Your name"
          autoComplete="name"
          validate={required('Please give your name.')}
          helperText={false}
        />
        <TextInput
          source="email"
          label="Email address"
          type="email"
          autoComplete="username"
          validate={required('Please give your email address.')}
          helperText={false}
        />
        <NewPasswordInput source="password" label="Password" />
      </PublicForm>
    </PublicPage>
  );
}
