import { useState } from 'react';
import { required, useNotify } from 'react-admin';
import { useQueryClient } from '@tanstack/react-query';
import type { FieldValues } from 'react-hook-form';
import { errorsOf } from '../fields/FormDialog';
import { FormProblem } from '../fields/FormProblem';
import { GuardedForm } from '../unsaved/GuardedForm';
import { SubmitButton } from '../fields/SubmitButton';
import { Section } from '../layout/Section';

import { NewPasswordInput, PasswordInput } from './PasswordInput';
import { SESSIONS } from './Sessions';
import { call } from '../providers/call';

/** The current password, so that nobody changes it at a screen left open, and the next. */
export function ChangePassword() {
  const notify = useNotify();
  const queries = useQueryClient();
  // A form that was carried out begins anew, empty.
  const [round, setRound] = useState(0);
  const submit = async ({ current, next }: FieldValues) => {
    try {
      await call('POST /api/auth/change-password', { body: { current: current ?? '', next } });
    } catch (error) {
      return errorsOf(error);
    }
    notify('Password changed. Wherever else you were signed in, you are signed out.', {
      type: 'success',
    });
    await queries.invalidateQueries({ queryKey: SESSIONS });
    setRound(round + 1);
    return undefined;
  };
  return (
    <Section title="Change my password">
      <GuardedForm key={round} onSubmit={submit}>
        <FormProblem />
        <PasswordInput
          source="current"
          label="Current password"
          autoComplete="current-password"
          validate={required('Please type your current password.')}
          helperText={false}
        />
        <NewPasswordInput source="next" label="New password" />
        <SubmitButton words="Change my password" sx={{ mt: 1 }} />
      </GuardedForm>
    </Section>
  );
}
