import { useRef, useState } from 'react';
import Box from '@mui/material/Box';
import IconButton from '@mui/material/IconButton';
import InputAdornment from '@mui/material/InputAdornment';
import TextField, { type TextFieldProps } from '@mui/material/TextField';
import CalendarIcon from '@mui/icons-material/CalendarMonthOutlined';
import { exampleDays, formatDay, isDay, parseTypedDay } from '@tracker/domain';
import { today } from '../providers/today';

interface DayFieldProps extends Omit<TextFieldProps, 'value' | 'onChange' | 'type'> {
  label: string;
  /** `YYYY-MM-DD`, else what was typed and is no date yet, else empty. */
  value: string;
  onChange: (value: string) => void;
}

const shownAs = (value: string) => (isDay(value) ? formatDay(value) : value);

/**
 * A date people type as they write it (`3/12/24`, `3 Dec 2024`, `3 Dec`) or choose from the
 * browser's calendar; while they type it says how, or what it understood. Hands up `YYYY-MM-DD`; what is no date is handed up as typed, for the form to refuse.
 */
export function DayField({ label, value, onChange, helperText, ...rest }: DayFieldProps) {
  const [typed, setTyped] = useState<string | null>(null);
  const [focused, setFocused] = useState(false);
  const picker = useRef<HTMLInputElement>(null);
  const understood = typed !== null && isDay(value) ? formatDay(value) : null;
  return (
    <TextField
      {...rest}
      label={label}
      value={typed ?? shownAs(value)}
      autoComplete="off"
      helperText={
        understood || helperText || (focused ? `For example ${exampleDays(today())}` : ' ')
      }
      onChange={(event) => {
        const text = event.target.value;
        setTyped(text);
        onChange(parseTypedDay(text, today()) ?? text);
      }}
      onFocus={() => setFocused(true)}
      onBlur={(event) => {
        setFocused(false);
        setTyped(null);
        rest.onBlur?.(event);
      }}
      slotProps={{
        ...rest.slotProps,
        input: {
          endAdornment: (
            <InputAdornment position="end">
              <IconButton
                size="small"
                edge="end"
                aria-label="Choose from a calendar"
                aria-describedby={rest.id && `${rest.id}-label`}
                onClick={() => picker.current?.showPicker?.()}
              >
                <CalendarIcon fontSize="small" />
              </IconButton>
              <Box
                component="input"
                ref={picker}
                type="date"
                tabIndex={-1}
                aria-hidden
                value={isDay(value) ? value : ''}
                onChange={(event) => {
                  setTyped(null);
                  onChange((event.target as HTMLInputElement).value);
                }}
                sx={{
                  position: 'absolute',
                  bottom: 0,
                  right: 0,
                  width: '1px',
                  height: '1px',
                  opacity: 0,
                  pointerEvents: 'none',
                  border: 0,
                  p: 0,
                }}
              />
            </InputAdornment>
          ),
        },
      }}
    />
  );
}
