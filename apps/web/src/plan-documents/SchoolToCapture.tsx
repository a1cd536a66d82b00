import { Form } from 'react-admin';
import { useFormContext, useWatch } from 'react-hook-form';
import { useEffect } from 'react';
import { Section } from '../layout/Section';
import { SchoolInput } from '../fields/SchoolInput';

/** Asks of which school the plan is, and goes on as soon as one is chosen. */
export function SchoolToCapture({ onChoose }: { onChoose: (schoolId: string) => void }) {
  return (
    <Section title="Which school is it of?">
      <Form record={{}} noValidate>
        <SchoolInput filter={{ inScope: true }} helperText="Type a part of its name" />
        <Chosen onChoose={onChoose} />
      </Form>
    </Section>
  );
}

function Chosen({ onChoose }: { onChoose: (schoolId: string) => void }) {
  const { control } = useFormContext();
  const schoolId: unknown = useWatch({ control, name: 'schoolId' });
  useEffect(() => {
    if (typeof schoolId === 'string' && schoolId !== '') onChoose(schoolId);
  }, [schoolId, onChoose]);
  return null;
}
