import { useEffect, useRef, useState, type SyntheticEvent } from 'react';
import { useLogin } from 'react-admin';
import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Card from '@mui/material/Card';
import TextField from '@mui/material/TextField';
import Typography from '@mui/material/Typography';
import { sentenceOf } from '../providers/problems';

/** One form and nothing else to look at. */
export function SignInPage() {
  const login = useLogin();
  const [problem, setProblem] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const alert = useRef<HTMLDivElement>(null);
  useEffect(() => {
    document.title = 'Sign in · School Engagement Tracker';
  }, []);
  useEffect(() => {
    if (problem) alert.current?.focus();
  }, [problem]);

  const submit = async (event: SyntheticEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (busy) return;
    const form = new FormData(event.currentTarget);
    const email = String(form.get('email') ?? '').trim();
    const password = String(form.get('password') ?? '');
    setProblem(null);
    if (!email || !password) {
      setProblem('Please fill in both your email address and your password.');
      return;
    }
    setBusy(true);
    try {
      await login({ email, password });
    } catch (error) {
      setProblem(sentenceOf(error));
      setBusy(false);
    }
  };

  return (
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
        <form onSubmit={(event) => void submit(event)} noValidate>
          {problem && (
            <Alert severity="error" ref={alert} tabIndex={-1} sx={{ mb: 2 }}>
              {problem}
            </Alert>
          )}
          <TextField
            name="email"
            label="Email address"
            type="email"
            autoComplete="username"
            size="medium"
            autoFocus
            required
          />
          <TextField
            name="password"
            label="Password"
            type="password"
            autoComplete="current-password"
            size="medium"
            required
          />
          <Button
            type="submit"
            variant="contained"
            size="large"
            fullWidth
            aria-disabled={busy}
            sx={{ mt: 2 }}
          >
            {busy ? 'Signing in…' : 'Sign in'}
          </Button>
        </form>
        <Typography variant="body2" sx={{ color: 'text.secondary', mt: 2 }}>
          Forgotten your password? Ask whoever looks after the tracker at your hub for a new one.
        </Typography>
      </Card>
    </Box>
  );
}
