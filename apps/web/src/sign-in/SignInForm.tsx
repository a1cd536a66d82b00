import { useEffect, useRef, useState, type SyntheticEvent } from 'react';
import Alert from '@mui/material/Alert';
import Button from '@mui/material/Button';
import TextField from '@mui/material/TextField';
import { AS_PASSWORD, ShowPassword } from '../account/ShowPassword';
import { sentenceOf } from '../providers/problems';

interface SignInFormProps {
  /** The address to begin with, when it is known who signs in. */
  email?: string;
  /** Signs in; a failure is shown over the fields. */
  onSignIn: (email: string, password: string) => Promise<unknown>;
}

/** Email address and password. */
export function SignInForm({ email: knownEmail, onSignIn }: SignInFormProps) {
  const [problem, setProblem] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const [readable, setReadable] = useState(false);
  const alert = useRef<HTMLDivElement>(null);
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
      await onSignIn(email, password);
    } catch (error) {
      setProblem(sentenceOf(error));
      setBusy(false);
    }
  };

  return (
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
        autoFocus={!knownEmail}
        defaultValue={knownEmail}
        required
      />
      <TextField
        name="password"
        label="Password"
        type={readable ? 'text' : 'password'}
        autoFocus={Boolean(knownEmail)}
        autoComplete="current-password"
        size="medium"
        required
        slotProps={{
          htmlInput: AS_PASSWORD,
          input: { endAdornment: <ShowPassword shown={readable} onChange={setReadable} /> },
        }}
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
  );
}
