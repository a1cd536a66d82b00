import { useEffect } from 'react';
import { useQuery } from '@tanstack/react-query';
import { useLogin } from 'react-admin';
import Box from '@mui/material/Box';
import Card from '@mui/material/Card';
import Link from '@mui/material/Link';
import Typography from '@mui/material/Typography';
import { call } from '../providers/call';
import { focusNextHeading } from '../layout/PageHeading';
import { NoSignalLine } from '../on-device/NoSignalLine';
import { SignInForm } from './SignInForm';

/** One form and nothing else to look at. */
export function SignInPage() {
  const login = useLogin();
  useEffect(() => {
    document.title = 'Sign in · School Engagement Tracker';
    focusNextHeading();
  }, []);
  return (
    <>
      <NoSignalLine />
      <Box
        component="main"
        sx={{
          minHeight: '100vh',
          display: 'grid',
          placeItems: 'center',
          p: 2,
          bgcolor: 'background.default',
        }}
      >
        <Card sx={{ width: '100%', maxWidth: 420, p: { xs: 3, sm: 4 } }}>
          <Box sx={{ display: 'flex', alignItems: 'center', gap: 1.5, mb: 3 }}>
            <img src="/icon.svg" alt="" width={40} height={40} />
            <Box>
              <Typography variant="h1" sx={{ fontSize: '1.375rem' }}>
                School Engagement Tracker
              </Typography>
              <Typography variant="body2" sx={{ color: 'text.secondary' }}>
                Which schools to visit next, and why
              </Typography>
            </Box>
          </Box>
          <SignInForm onSignIn={(email, password) => login({ email, password })} />
          <Forgotten />
        </Card>
      </Box>
    </>
  );
}

/** By email where the tracker sends any; until that is known, the way that is there in any case. */
function Forgotten() {
  const { data: isOffered = false } = useQuery({
    queryKey: ['password-reset'],
    queryFn: async ({ signal }) => (await call('GET /api/auth/password-reset', { signal })).offered,
    retry: false,
  });
  return (
    <Typography variant="body2" sx={{ color: 'text.secondary', mt: 2 }}>
      {isOffered ? (
        <Link href="#/forgotten-password">Forgotten your password?</Link>
      ) : (
        'Forgotten your password? Ask whoever looks after the tracker at your hub for a new one.'
      )}
    </Typography>
  );
}
