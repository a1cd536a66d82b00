import { useInput, type InputProps } from 'react-admin';
import { isDay, notADay } from '@tracker/domain';
import { today } from '../providers/today';
import { DayField } from './DayField';

interface DayInputProps extends Pick<InputProps, 'source' | 'validate' | 'defaultValue'> {
  label: string;
  helperText?: string;
  required?: boolean;
  /** Further checks of a real date; a sentence when it is not acceptable. */
  check?: (day: string) => string | undefined;
}

/** `DayField` in a form. Its value is `YYYY-MM-DD`, or empty where the date may be left out. */
export function DayInput({ label, helperText, required, check, ...props }: DayInputProps) {
  const validate = (value: unknown) => {
    if (value === '' || value === null || value === undefined) {
      return required ? 'Please give a date.' : undefined;
    }
    return isDay(value) ? check?.(value) : notADay(today());
  };
  const { field, fieldState, id } = useInput({ ...props, validate });
  const error = fieldState.error?.message;
  return (
    <DayField
      id={id}
      label={label}
      name={field.name}
      inputRef={field.ref}
      required={required}
      value={typeof field.value === 'string' ? field.value : ''}
      onChange={field.onChange}
      onBlur={field.onBlur}
      error={Boolean(error)}
      helperText={error ? plainMessage(error) : helperText}
    />
  );
}

/** react-admin marks sentences that come from a check of its own, rather than a key to translate. */
function plainMessage(message: string): string {
  return message.replace(/^@@react-admin@@"?/, '').replace(/"$/, '');
}
