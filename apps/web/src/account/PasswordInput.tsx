import { TextInput } from 'react-admin';
import { SHORTEST_PASSWORD } from '@tracker/domain';

const longEnough = (value: unknown) =>
  typeof value === 'string' && [...value].length >= SHORTEST_PASSWORD
    ? undefined
    : `The password needs at least ${SHORTEST_PASSWORD} characters.`;

/** A new password: what it needs is said before it is typed, and it may be pasted. */
export function NewPasswordInput({ source, label }: { source: string; label: string }) {
  return (
    <TextInput
      source={source}
      label={label}
      type="password"
      autoComplete="new-password"
      validate={longEnough}
      helperText={`At least ${SHORTEST_PASSWORD} characters. Three or four words that do not belong together are good; capitals, digits and signs are not needed.`}
    />
  );
}
