import Box from '@mui/material/Box';
import MenuItem from '@mui/material/MenuItem';
import TextField from '@mui/material/TextField';
import { conditionValues, type ShowWhen, type SurveyQuestion } from '@tracker/domain';
import { answerChoicesOf } from './choices-of';
import { changeQuestion } from './edit-questions';
import type { EditorProps } from './editor-props';
import { TickGroup } from './TickGroup';

const ALWAYS = '';

/** Whether a question is always shown or only when an earlier one is answered in a certain way. */
export function ShowWhenEditor({ questions, index, onChange }: EditorProps) {
  const question = questions[index] as SurveyQuestion;
  const { showWhen } = question;
  const set = (next: ShowWhen | null) =>
    onChange(changeQuestion(questions, index, { ...question, showWhen: next }));
  const possible = questions
    .map((other, at) => ({ other, at }))
    .filter(({ other, at }) => at < index && conditionValues(other) !== null);
  const trigger = possible.find(({ other }) => other.key === showWhen?.question)?.other;
  if (possible.length === 0 && showWhen === null) return null;
  return (
    <Box sx={{ display: 'grid', gap: 1 }}>
      <TextField
        select
        label="Shown"
        value={trigger?.key ?? ALWAYS}
        onChange={({ target }) =>
          set(target.value === ALWAYS ? null : { question: target.value, anyOf: [] })
        }
        slotProps={{ select: { displayEmpty: true }, inputLabel: { shrink: true } }}
      >
        <MenuItem value={ALWAYS}>Always</MenuItem>
        {possible.map(({ other, at }) => (
          <MenuItem key={other.key} value={other.key} sx={{ whiteSpace: 'normal' }}>
            Depending on {at + 1}. {other.text}
          </MenuItem>
        ))}
      </TextField>
      {trigger && showWhen && (
        <TickGroup
          legend={`When the answer to “${trigger.text}” is any of these`}
          choices={answerChoicesOf(trigger) ?? []}
          ticked={showWhen.anyOf}
          onChange={(anyOf) => set({ ...showWhen, anyOf })}
        />
      )}
    </Box>
  );
}
