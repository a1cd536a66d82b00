import type { ReactNode } from 'react';
import type { FieldValues } from 'react-hook-form';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Card from '@mui/material/Card';
import CardContent from '@mui/material/CardContent';
import { Link as RouterLink } from 'react-router-dom';
import { errorsOf } from '../fields/FormDialog';
import { FormProblem } from '../fields/FormProblem';
import { SubmitButton } from '../fields/SubmitButton';
import { GuardedForm } from '../unsaved/GuardedForm';
import type { RecordWords } from './record-words';

interface RecordFormProps<V extends object> extends RecordWords {
  /** What the inputs begin with. */
  first: V;
  /** What the inputs hold, as it is sent. */
  valuesOf: (inputs: FieldValues) => V;
  onSave: (values: V) => Promise<unknown>;
  children: ReactNode;
}

/** The inputs of a record on a page of their own; what the server refuses stands beside them. */
export function RecordForm<V extends object>(props: RecordFormProps<V>) {
  const { resource, one, first, valuesOf, onSave, children } = props;
  const submit = async (inputs: FieldValues) => {
    try {
      await onSave(valuesOf(inputs));
      return undefined;
    } catch (error) {
      return errorsOf(error);
    }
  };
  return (
    <GuardedForm onSubmit={submit} defaultValues={first}>
      <Card>
        <CardContent>
          <FormProblem />
          {children}
        </CardContent>
      </Card>
      <Box sx={{ display: 'flex', gap: 1, mt: 2 }}>
        <SubmitButton words={`Save the ${one}`} />
        <Button component={RouterLink} to={`/${resource}`}>
          Cancel
        </Button>
      </Box>
    </GuardedForm>
  );
}
