import Box from '@mui/material/Box';
import Checkbox from '@mui/material/Checkbox';
import FormControlLabel from '@mui/material/FormControlLabel';
import MenuItem from '@mui/material/MenuItem';
import TextField from '@mui/material/TextField';
import {
  hasOptions,
  QUESTION_PHASE_LABELS,
  QUESTION_PHASES,
  QUESTION_TYPE_LABELS,
  QUESTION_TYPES,
  type QuestionType,
  SURVEY_LIMITS,
  type SurveyQuestion,
} from '@tracker/domain';
import { changeQuestion, nameQuestion, withType } from './edit-questions';
import type { EditorProps } from './editor-props';
import { NumberSettings } from './NumberSettings';
import { OptionsEditor } from './OptionsEditor';
import { ShowWhenEditor } from './ShowWhenEditor';
import { TickGroup } from './TickGroup';

/** Everything about one question. Its key follows its text while it is new and then never again. */
export function QuestionEditor({ questions, index, onChange }: EditorProps) {
  const question = questions[index] as SurveyQuestion;
  const set = (change: Partial<SurveyQuestion>) =>
    onChange(changeQuestion(questions, index, { ...question, ...change }));
  const words = (
    name: 'text' | 'help' | 'section' | 'low' | 'high',
    label: string,
    helperText?: string,
  ) => (
    <TextField
      label={label}
      helperText={helperText}
      value={question[name] ?? ''}
      onChange={({ target }) =>
        set({ [name]: name === 'text' ? target.value : target.value || null })
      }
      onBlur={name === 'text' ? () => onChange(nameQuestion(questions, index)) : undefined}
      multiline={name === 'help'}
      fullWidth
      slotProps={{
        htmlInput: {
          maxLength: SURVEY_LIMITS[name === 'low' || name === 'high' ? 'unit' : name],
        },
      }}
    />
  );
  return (
    <Box sx={{ display: 'grid', gap: 2, mt: 2 }}>
      {words('text', 'Question')}
      <TextField
        select
        label="Type"
        value={question.type}
        onChange={({ target }) =>
          onChange(
            changeQuestion(questions, index, withType(question, target.value as QuestionType)),
          )
        }
      >
        {QUESTION_TYPES.map((type) => (
          <MenuItem key={type} value={type}>
            {QUESTION_TYPE_LABELS[type]}
          </MenuItem>
        ))}
      </TextField>
      {hasOptions(question) && <OptionsEditor {...{ questions, index, onChange }} />}
      <NumberSettings question={question} onChange={set} />
      {question.type === 'rating' && (
        <Box sx={{ display: 'grid', gap: 2, gridTemplateColumns: { sm: '1fr 1fr' } }}>
          {words('low', 'What 1 means')}
          {words('high', 'What 5 means')}
        </Box>
      )}
      {words('help', 'Help text', 'Shown below the question.')}
      {words('section', 'Heading above it', 'Empty goes on under the heading before.')}
      <FormControlLabel
        label="An answer is required before the survey can be handed in"
        control={
          <Checkbox checked={question.required} onChange={(_, on) => set({ required: on })} />
        }
      />
      <TickGroup
        legend="Which schools are asked (none ticked: all)"
        choices={QUESTION_PHASES.map((phase) => ({
          value: phase,
          label: QUESTION_PHASE_LABELS[phase],
        }))}
        ticked={question.phases}
        onChange={(phases) => set({ phases })}
      />
      <ShowWhenEditor {...{ questions, index, onChange }} />
    </Box>
  );
}
