import { useEffect, useRef } from 'react';
import { useFormState } from 'react-hook-form';
import Alert from '@mui/material/Alert';

interface RootErrors {
  serverError?: { message?: string };
  warning?: { message?: string };
}

/** Why the server did not take the form, or what it warns of. It takes the focus; what was typed stays. */
export function FormProblem() {
  const { errors, submitCount } = useFormState();
  const ref = useRef<HTMLDivElement>(null);
  const { serverError, warning } = (errors.root ?? {}) as RootErrors;
  const sentence = serverError?.message ?? warning?.message;
  useEffect(() => {
    if (sentence) ref.current?.focus();
  }, [sentence, submitCount]);
  if (!sentence) return null;
  return (
    <Alert severity={serverError ? 'error' : 'warning'} ref={ref} tabIndex={-1} sx={{ mb: 2 }}>
      {sentence}
    </Alert>
  );
}
