import { useState } from 'react';
import InputAdornment from '@mui/material/InputAdornment';
import TextField from '@mui/material/TextField';
import { readTypedNumber, type SurveyQuestion } from '@tracker/domain';
import type { InputProps } from './choice-inputs';

interface TypedInputProps extends InputProps {
  question: SurveyQuestion;
  answer: unknown;
}

const shownAs = (answer: unknown): string =>
  answer === undefined || answer === null ? '' : String(answer);

/** A number, an amount or a text. What cannot be read as a number stays as it was typed. */
export function TypedInput({ question, answer, onAnswer, ...input }: TypedInputProps) {
  const { type, unit } = question;
  const isNumber = type === 'number' || type === 'money';
  const [typed, setTyped] = useState('');
  // "12." and 12 are the same answer: what was typed stands as long as it still means the answer.
  const text = isNumber && readTypedNumber(typed) === answer ? typed : shownAs(answer);
  const change = (next: string) => {
    setTyped(next);
    if (isNumber) onAnswer(readTypedNumber(next));
    else onAnswer(next === '' ? undefined : next);
  };
  return (
    <TextField
      id={input.id}
      value={text}
      onChange={({ target }) => change(target.value)}
      error={input.invalid}
      disabled={input.disabled}
      hiddenLabel
      fullWidth={!isNumber}
      multiline={type === 'long_text'}
      minRows={type === 'long_text' ? 3 : undefined}
      margin="dense"
      sx={isNumber ? { width: '100%', maxWidth: 260 } : undefined}
      slotProps={{
        htmlInput: {
          inputMode: isNumber ? 'decimal' : undefined,
          'aria-describedby': input.described,
          autoComplete: 'off',
        },
        input: {
          startAdornment:
            type === 'money' ? <InputAdornment position="start">£</InputAdornment> : undefined,
          endAdornment: unit ? <InputAdornment position="end">{unit}</InputAdornment> : undefined,
        },
      }}
    />
  );
}
