import { type ChangeEvent, useState } from 'react';
import {
  RadioButtonGroupInput,
  type RaRecord,
  required,
  SelectInput,
  TextInput,
  useNavigate,
  useRefresh,
} from 'react-admin';
import { useFormContext, useWatch } from 'react-hook-form';
import type { NewSurvey } from '@tracker/contract';
import {
  FORM_PURPOSE_LABELS,
  type FormPurpose,
  HAVE_YOUR_SAY,
  SURVEY_LIMITS,
  VISIT_SURVEY,
} from '@tracker/domain';
import { FormDialog } from '../fields/FormDialog';
import { choicesOf } from '../fields/words';
import { keyByBody } from '../providers/idempotency';
import { surveyPath } from './paths';
import { call } from '../providers/call';

const STARTS = [
  { id: 'have_your_say', name: 'From the Have Your Say survey' },
  { id: 'empty', name: 'With no question' },
];
type Start = Required<NewSurvey>;

const titleFor = (purpose: FormPurpose): string =>
  purpose === VISIT_SURVEY ? HAVE_YOUR_SAY.title : FORM_PURPOSE_LABELS[purpose];

/** A new form: a draft that nobody is asked yet. */
export function StartSurveyDialog({ onClose }: { onClose: () => void }) {
  const [keyOf] = useState(keyByBody);
  const navigate = useNavigate();
  const refresh = useRefresh();
  return (
    <FormDialog<Start>
      title="Start a form"
      consequence="You get a draft to work on. It is asked once you publish it."
      defaultValues={{
        ...{ title: HAVE_YOUR_SAY.title, purpose: VISIT_SURVEY, startFrom: 'have_your_say' },
      }}
      submitWords="Start"
      busyWords="Starting…"
      onSubmit={async ({ title, purpose, startFrom }) => {
        const start = purpose === VISIT_SURVEY ? startFrom : 'empty';
        const input: Start = { title, purpose, startFrom: start };
        const { id } = await call('POST /api/surveys', {
          body: input,
          idempotencyKey: keyOf(input),
        });
        refresh();
        navigate(surveyPath(id));
      }}
      onClose={onClose}
    >
      <StartFields />
    </FormDialog>
  );
}

/** The title follows the purpose until somebody writes one; only Have Your Say has questions ready. */
function StartFields() {
  const { getValues, setValue } = useFormContext<Start>();
  const purpose = useWatch<Start, 'purpose'>({ name: 'purpose' });
  const follow = (next: FormPurpose) => {
    if (getValues('title') === titleFor(purpose)) setValue('title', titleFor(next));
  };
  return (
    <>
      <SelectInput
        source="purpose"
        label="Purpose"
        choices={choicesOf(FORM_PURPOSE_LABELS)}
        onChange={({ target }: ChangeEvent<HTMLInputElement> | RaRecord) =>
          follow((target as HTMLInputElement).value as FormPurpose)
        }
        validate={required('Say what the form is for.')}
        translateChoice={false}
      />
      <TextInput
        source="title"
        label="Title"
        validate={required('Give the form a title.')}
        slotProps={{ htmlInput: { maxLength: SURVEY_LIMITS.title } }}
      />
      {purpose === VISIT_SURVEY && (
        <RadioButtonGroupInput
          source="startFrom"
          label="Questions"
          row={false}
          choices={STARTS}
          translateChoice={false}
        />
      )}
    </>
  );
}
