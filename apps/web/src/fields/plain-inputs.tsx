import { useId, type ReactNode } from 'react';
import Checkbox from '@mui/material/Checkbox';
import FormControl from '@mui/material/FormControl';
import FormControlLabel from '@mui/material/FormControlLabel';
import FormGroup from '@mui/material/FormGroup';
import FormHelperText from '@mui/material/FormHelperText';
import FormLabel from '@mui/material/FormLabel';
import TextField, { type TextFieldProps } from '@mui/material/TextField';

interface TextProps extends Omit<TextFieldProps, 'onChange' | 'error'> {
  /** Path of the input, by which an error finds it. */
  name: string;
  value: string;
  onChange: (value: string) => void;
  error?: string;
}

/** A text with its error below it. */
export function Text({ error, helperText, onChange, ...rest }: TextProps) {
  return (
    <TextField
      {...rest}
      fullWidth
      size="medium"
      error={Boolean(error)}
      helperText={error ?? helperText}
      onChange={(event) => onChange(event.target.value)}
    />
  );
}

interface ChoiceProps extends TextProps {
  choices: readonly { id: string; name: string }[];
  /** What stands there while nothing is chosen; without it something always is. */
  nothing?: string;
}

/** One of several; the browser's own list, which every telephone shows large. */
export function PlainChoice({ choices, nothing, ...rest }: ChoiceProps) {
  return (
    <Text {...rest} select slotProps={{ select: { native: true }, inputLabel: { shrink: true } }}>
      {nothing !== undefined && <option value="">{nothing}</option>}
      {choices.map(({ id, name }) => (
        <option key={id} value={id}>
          {name}
        </option>
      ))}
    </Text>
  );
}

interface TicksProps {
  legend: ReactNode;
  name: string;
  choices: readonly { id: string; name: string }[];
  chosen: readonly string[];
  onChange: (chosen: string[]) => void;
  error?: string;
}

/** Any number of several, each on a line that is easy to hit. */
export function Ticks({ legend, name, choices, chosen, onChange, error }: TicksProps) {
  const errorId = useId();
  return (
    <FormControl component="fieldset" error={Boolean(error)} sx={{ width: '100%', mt: 1 }}>
      <FormLabel component="legend">{legend}</FormLabel>
      <FormGroup sx={{ display: 'grid', gridTemplateColumns: { sm: '1fr 1fr' }, columnGap: 2 }}>
        {choices.map((choice) => (
          <FormControlLabel
            key={choice.id}
            sx={{ minHeight: 44, mr: 0 }}
            label={choice.name}
            control={
              <Checkbox
                name={name}
                checked={chosen.includes(choice.id)}
                slotProps={{ input: error ? { 'aria-describedby': errorId } : {} }}
                onChange={(_, checked) =>
                  onChange(
                    checked ? [...chosen, choice.id] : chosen.filter((id) => id !== choice.id),
                  )
                }
              />
            }
          />
        ))}
      </FormGroup>
      {error && <FormHelperText id={errorId}>{error}</FormHelperText>}
    </FormControl>
  );
}
