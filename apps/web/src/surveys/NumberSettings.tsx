import Box from '@mui/material/Box';
import MenuItem from '@mui/material/MenuItem';
import TextField from '@mui/material/TextField';
import { readTypedNumber, SURVEY_LIMITS, type SurveyQuestion } from '@tracker/domain';

interface NumberSettingsProps {
  question: SurveyQuestion;
  onChange: (change: Partial<SurveyQuestion>) => void;
}

const DIGITS = { number: ['Whole numbers', 'One digit after the point', 'Two digits'] };
const numberOf = (typed: string): number | null => {
  const value = readTypedNumber(typed);
  return typeof value === 'number' ? value : null;
};

/** What a number counts, and between which numbers it lies; for money whether pence are asked for. */
export function NumberSettings({ question, onChange }: NumberSettingsProps) {
  const { type, min, max, unit, decimals } = question;
  if (type !== 'number' && type !== 'money') return null;
  const limit = (name: 'min' | 'max', label: string, value: number | null) => (
    <TextField
      label={label}
      type="number"
      value={value ?? ''}
      onChange={({ target }) => onChange({ [name]: numberOf(target.value) })}
    />
  );
  return (
    <Box sx={{ display: 'grid', gap: 2, gridTemplateColumns: { sm: '1fr 1fr' } }}>
      {type === 'number' && (
        <TextField
          label="What it counts"
          helperText="For example minutes a week"
          value={unit ?? ''}
          onChange={({ target }) => onChange({ unit: target.value || null })}
          slotProps={{ htmlInput: { maxLength: SURVEY_LIMITS.unit } }}
        />
      )}
      <TextField
        select
        label="Exactness"
        value={decimals}
        onChange={({ target }) => onChange({ decimals: Number(target.value) })}
      >
        {type === 'money'
          ? [
              <MenuItem key={0} value={0}>
                Whole pounds
              </MenuItem>,
              <MenuItem key={2} value={2}>
                Pounds and pence
              </MenuItem>,
            ]
          : DIGITS.number.map((words, digits) => (
              <MenuItem key={words} value={digits}>
                {words}
              </MenuItem>
            ))}
      </TextField>
      {limit('min', 'Smallest (empty: 0)', min)}
      {limit('max', 'Largest (empty: no limit)', max)}
    </Box>
  );
}
