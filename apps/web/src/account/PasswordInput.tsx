import { useState } from 'react';
import { TextInput, type TextInputProps } from 'react-admin';
import { SHORTEST_PASSWORD } from '@tracker/domain';
import { AS_PASSWORD, ShowPassword } from './ShowPassword';

/** A password in a form; whoever types it may look at it. */
export function PasswordInput(props: TextInputProps) {
  const [shown, setShown] = useState(false);
  return (
    <TextInput
      {...props}
      type={shown ? 'text' : 'password'}
      slotProps={{
        htmlInput: AS_PASSWORD,
        input: { endAdornment: <ShowPassword shown={shown} onChange={setShown} /> },
      }}
    />
  );
}

const longEnough = (value: unknown) =>
  typeof value === 'string' && [...value].length >= SHORTEST_PASSWORD
    ? undefined
    : `The password needs at least ${SHORTEST_PASSWORD} characters.`;

/** A new password: what it needs is said before it is typed, and it may be pasted. */
export function NewPasswordInput({ source, label }: { source: string; label: string }) {
  return (
    <PasswordInput
      source={source}
      label={label}
      autoComplete="new-password"
      validate={longEnough}
      helperText={`At least ${SHORTEST_PASSWORD} characters. Three or four words that do not belong together are good; capitals, digits and symbols are not needed.`}
    />
  );
}
