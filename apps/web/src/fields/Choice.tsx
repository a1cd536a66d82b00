import type { ReactNode } from 'react';
import MenuItem from '@mui/material/MenuItem';
import TextField from '@mui/material/TextField';

interface ChoiceProps {
  label: string;
  /** What the empty choice says; without it there is none. */
  all?: ReactNode;
  value: string;
  choices: readonly { id: string; name: string }[];
  /** Its names are long. */
  wide?: boolean;
  onChange: (value: string) => void;
}

/** One of a few, chosen beside a page rather than in a form. */
export function Choice({ label, all, value, choices, wide = false, onChange }: ChoiceProps) {
  const known = value === '' || choices.some(({ id }) => id === value);
  return (
    <TextField
      select
      label={label}
      // Until the names are there the choice cannot be shown.
      value={known ? value : ''}
      onChange={({ target }) => onChange(target.value)}
      slotProps={{ select: { displayEmpty: true }, inputLabel: { shrink: true } }}
      sx={{ width: { xs: '100%', sm: wide ? '19rem' : '12rem' }, my: 0 }}
    >
      {all !== undefined && <MenuItem value="">{all}</MenuItem>}
      {choices.map(({ id, name }) => (
        <MenuItem key={id} value={id}>
          {name}
        </MenuItem>
      ))}
    </TextField>
  );
}
