import { required, TextInput, useAuthProvider } from 'react-admin';
import Typography from '@mui/material/Typography';
import { useSearchParams } from 'react-router-dom';
import { LIMITS } from '@tracker/domain';

import { NewPasswordInput } from './PasswordInput';
import { PublicForm, PublicPage } from './PublicPage';
import { writtenUpTo } from '../fields/written';
import { call } from '../providers/call';

/** Where the link leads that an empty tracker prints at its start. */
export default function FirstAdminPage() {
  const [search] = useSearchParams();
  const token = search.get('token') ?? '';
  const authProvider = useAuthProvider();
  return (
    <PublicPage title="Make the first administrator">
      <Typography sx={{ mb: 2 }}>
        Nobody can sign in yet. The first administrator invites everybody else.
      </Typography>
      <PublicForm
        submitWords="Make my account"
        onSubmit={async ({ name, email, password }) => {
          const account = { email: String(email).trim(), password };
          await call('POST /api/auth/first-admin', { body: { token, name, ...account } });
          await authProvider?.login(account);
          // Loaded anew, as whoever is signed in: Today shows what to set up next.
          window.location.replace('/');
        }}
      >
        <TextInput
          source="name"
          label="Your name"
          autoComplete="name"
          validate={writtenUpTo(LIMITS.user.name, 'Please give your name.')}
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
