import { useState } from 'react';
import Autocomplete from '@mui/material/Autocomplete';
import Checkbox from '@mui/material/Checkbox';
import FormControl from '@mui/material/FormControl';
import FormControlLabel from '@mui/material/FormControlLabel';
import FormGroup from '@mui/material/FormGroup';
import FormLabel from '@mui/material/FormLabel';
import Radio from '@mui/material/Radio';
import RadioGroup from '@mui/material/RadioGroup';
import TextField from '@mui/material/TextField';
import type { PlanFieldReading } from '@tracker/contract';
import { academicYearOf, addAcademicYears, LIMITS, yearsFromTo } from '@tracker/domain';
import { today } from '../providers/today';
import { kindOf, VALUE_WORDS } from './field-words';
import type { Typed } from './typed-values';

export interface EditorProps {
  reading: PlanFieldReading;
  name: string;
  typed: Typed;
  suggestedYears: readonly string[];
  onChange: (typed: Typed) => void;
  /** Id of what is wrong with it. */
  describedBy: string | undefined;
}

const HINTS: Partial<Record<string, string>> = {
  day: 'A day or a month, such as 26/8/2024 or September 2024',
  number: 'Minutes',
  lines: 'One on each line',
};

/** A text, a day, a number, or a list of sentences with a line for each. */
export function LineEditor({ reading, name, typed, onChange, describedBy }: EditorProps) {
  const kind = kindOf(reading.field);
  return (
    <TextField
      label={name}
      value={String(typed)}
      onChange={({ target }) => onChange(target.value)}
      multiline={kind === 'lines'}
      minRows={kind === 'lines' ? 3 : undefined}
      helperText={HINTS[kind]}
      error={describedBy !== undefined}
      slotProps={{
        htmlInput: {
          'aria-describedby': describedBy,
          inputMode: kind === 'number' ? 'decimal' : undefined,
          maxLength: kind === 'lines' ? undefined : 500,
        },
      }}
    />
  );
}

/** A list of names: each is typed and taken with Enter or a comma, and is a chip then. */
export function TextsEditor({ name, typed, onChange }: EditorProps) {
  const [text, setText] = useState('');
  const texts = typed as string[];
  const take = (more: string) => {
    const added = more
      .split(',')
      .map((one) => one.trim())
      .filter((one) => one !== '' && !texts.includes(one));
    if (added.length > 0) onChange([...texts, ...added]);
    setText('');
  };
  return (
    <Autocomplete
      multiple
      freeSolo
      options={[] as string[]}
      value={texts}
      inputValue={text}
      onInputChange={(_, next) => (next.endsWith(',') ? take(next) : setText(next))}
      onChange={(_, next) => {
        onChange(next.map((one) => one.trim()).filter(Boolean));
        setText('');
      }}
      onBlur={() => take(text)}
      renderInput={(params) => (
        <TextField
          {...params}
          label={name}
          helperText="Press Enter after each; Backspace takes the last one away"
        />
      )}
    />
  );
}

/** Any of the few that the field knows. */
export function TicksEditor({ reading, name, typed, onChange }: EditorProps) {
  const ticked = typed as string[];
  const words = VALUE_WORDS[reading.field] ?? {};
  return <Ticks legend={name} {...{ words, ticked, onChange }} />;
}

/** The academic years that a plan covers: those suggested first, and some before and after. */
export function YearsEditor({ name, typed, suggestedYears, onChange }: EditorProps) {
  const ticked = typed as string[];
  const now = academicYearOf(today());
  const around = yearsFromTo(
    addAcademicYears(now, -3),
    addAcademicYears(now, LIMITS.plan.yearsAhead),
  );
  const all = [...new Set([...around, ...ticked, ...suggestedYears])].sort();
  const suggested = (year: string) => (suggestedYears.includes(year) ? ' (suggested)' : '');
  const words = Object.fromEntries(all.map((year) => [year, `${year}${suggested(year)}`]));
  return <Ticks legend={name} {...{ words, ticked, onChange }} />;
}

interface TicksProps {
  legend: string;
  words: Readonly<Record<string, string>>;
  ticked: readonly string[];
  onChange: (ticked: string[]) => void;
}

function Ticks({ legend, words, ticked, onChange }: TicksProps) {
  return (
    <FormControl component="fieldset" sx={{ m: 0 }}>
      <FormLabel component="legend">{legend}</FormLabel>
      <FormGroup row>
        {Object.entries(words).map(([value, label]) => (
          <FormControlLabel
            key={value}
            label={label}
            control={
              <Checkbox
                checked={ticked.includes(value)}
                onChange={(_, on) =>
                  onChange(on ? [...ticked, value] : ticked.filter((one) => one !== value))
                }
              />
            }
          />
        ))}
      </FormGroup>
    </FormControl>
  );
}

const YES_NO = { yes: 'Yes', no: 'No' };

/** One of the few that the field knows. */
export function ChoiceEditor({ reading, name, typed, onChange }: EditorProps) {
  const words = kindOf(reading.field) === 'yes_no' ? YES_NO : (VALUE_WORDS[reading.field] ?? {});
  return (
    <FormControl component="fieldset" sx={{ m: 0 }}>
      <FormLabel component="legend">{name}</FormLabel>
      <RadioGroup
        row
        name={reading.field}
        value={String(typed)}
        onChange={(_, value) => onChange(value)}
      >
        {Object.entries(words).map(([value, label]) => (
          <FormControlLabel key={value} value={value} label={label} control={<Radio />} />
        ))}
      </RadioGroup>
    </FormControl>
  );
}
