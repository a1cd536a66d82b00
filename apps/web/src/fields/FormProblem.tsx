import { useEffect, useRef } from 'react';
import { useFormState } from 'react-hook-form';
import Alert from '@mui/material/Alert';

function serverError(root: unknown): string | null {
  if (typeof root !== 'object' || root === null || !('serverError' in root)) return null;
  const { serverError: error } = root as { serverError?: { message?: string } };
  return error?.message ?? null;
}

/** Why the server did not take the form. It takes the focus; what was typed stays. */
export function FormProblem() {
  const { errors, submitCount } = useFormState();
  const ref = useRef<HTMLDivElement>(null);
  const sentence = serverError(errors.root);
  useEffect(() => {
    if (sentence) ref.current?.focus();
  }, [sentence, submitCount]);
  if (!sentence) return null;
  return (
    <Alert severity="error" ref={ref} tabIndex={-1} sx={{ mb: 2 }}>
      {sentence}
    </Alert>
  );
}
