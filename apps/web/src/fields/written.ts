import { required, type Validator } from 'react-admin';
import { lengthProblem } from '@tracker/domain';

/** At most so many characters, as the server takes them. */
export function upTo(most: number): Validator {
  return (value: unknown) =>
    (typeof value === 'string' ? lengthProblem(value, most) : null) ?? undefined;
}

/** Something must be written, more than spaces, and at most so many characters. */
export function writtenUpTo(most: number, missing: string): Validator[] {
  const notBlank: Validator = (value: unknown) =>
    typeof value === 'string' && value.trim() === '' ? missing : undefined;
  return [required(missing), notBlank, upTo(most)];
}
