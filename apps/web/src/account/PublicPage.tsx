import { useEffect, type ReactNode } from 'react';
import { Form } from 'react-admin';
import type { FieldValues } from 'react-hook-form';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Card from '@mui/material/Card';
import Typography from '@mui/material/Typography';
import { errorsOf } from '../fields/FormDialog';
import { FormProblem } from '../fields/FormProblem';
import { SubmitButton } from '../fields/SubmitButton';
import { NoSignalLine } from '../on-device/NoSignalLine';

/** A page that needs no session: one card and nothing else to look at. */
export function PublicPage({ title, children }: { title: string; children: ReactNode }) {
  useEffect(() => {
    document.title = `${title} · School Engagement Tracker`;
  }, [title]);
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
        <Card sx={{ width: '100%', maxWidth: 460, p: { xs: 3, sm: 4 } }}>
          <Box sx={{ display: 'flex', alignItems: 'center', gap: 1.5, mb: 2 }}>
            <img src="/icon.svg" alt="" width={40} height={40} />
            <Typography variant="body2" sx={{ color: 'text.secondary' }}>
              School Engagement Tracker
            </Typography>
          </Box>
          <Typography variant="h1" sx={{ fontSize: '1.375rem', mb: 1 }}>
            {title}
          </Typography>
          {children}
        </Card>
      </Box>
    </>
  );
}

interface PublicFormProps {
  submitWords: string;
  onSubmit: (values: FieldValues) => Promise<void>;
  children: ReactNode;
}

/** What was typed stays when the server refuses, and it says why. */
export function PublicForm({ submitWords, onSubmit, children }: PublicFormProps) {
  const submit = async (values: FieldValues) => {
    try {
      await onSubmit(values);
      return undefined;
    } catch (error) {
      return errorsOf(error);
    }
  };
  return (
    <Form onSubmit={submit} record={{}} noValidate disableInvalidFormNotification>
      <FormProblem />
      {children}
      <SubmitButton words={submitWords} size="large" fullWidth sx={{ mt: 2 }} />
    </Form>
  );
}

/** It is done; the way on. */
export function PublicDone({ children }: { children: ReactNode }) {
  return (
    <>
      <Typography role="status">{children}</Typography>
      <Button variant="contained" size="large" fullWidth href="/" sx={{ mt: 2 }}>
        Go to the tracker
      </Button>
    </>
  );
}
