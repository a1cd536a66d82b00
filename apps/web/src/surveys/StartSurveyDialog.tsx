import { useState } from 'react';
import { RadioButtonGroupInput, required, TextInput, useNavigate, useRefresh } from 'react-admin';
import type { NewSurvey } from '@tracker/contract';
import { HAVE_YOUR_SAY, SURVEY_LIMITS } from '@tracker/domain';
import { FormDialog } from '../fields/FormDialog';
import { keyByBody } from '../providers/idempotency';
import { surveyPath } from './paths';
import { call } from '../providers/call';

const STARTS = [
  { id: 'have_your_say', name: 'From the Have Your Say survey' },
  { id: 'empty', name: 'With no question' },
];

/** A new survey: a draft that nobody is asked yet. */
export function StartSurveyDialog({ onClose }: { onClose: () => void }) {
  const [keyOf] = useState(keyByBody);
  const navigate = useNavigate();
  const refresh = useRefresh();
  return (
    <FormDialog<Required<NewSurvey>>
      title="Start a survey"
      consequence="You get a draft to work on. Schools are asked it once you publish it."
      defaultValues={{ title: HAVE_YOUR_SAY.title, startFrom: 'have_your_say' }}
      submitWords="Start"
      busyWords="Starting…"
      onSubmit={async ({ title, startFrom }) => {
        const input = { title, startFrom };
        const { id } = await call('POST /api/surveys', {
          body: input,
          idempotencyKey: keyOf(input),
        });
        refresh();
        navigate(surveyPath(id));
      }}
      onClose={onClose}
    >
      <TextInput
        source="title"
        label="Title"
        validate={required('Give the survey a title.')}
        slotProps={{ htmlInput: { maxLength: SURVEY_LIMITS.title } }}
      />
      <RadioButtonGroupInput
        source="startFrom"
        label="Questions"
        row={false}
        choices={STARTS}
        translateChoice={false}
      />
    </FormDialog>
  );
}
