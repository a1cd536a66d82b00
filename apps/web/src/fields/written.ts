import { required, type Validator } from 'react-admin';

const tooLong = (length: number, most: number) =>
  `This has ${length.toLocaleString('en-GB')} characters; at most ${most.toLocaleString('en-GB')} are kept. Please shorten it.`;

/** At most so many characters, as the server takes them. */
export function upTo(most: number): Validator {
  return (value: unknown) =>
    typeof value === 'string' && value.length > most ? tooLong(value.length, most) : undefined;
}

/** Something must be written, more than spaces, and at most so many characters. */
export function writtenUpTo(most: number, missing: string): Validator[] {
  const notBlank: Validator = (value: unknown) =>
    typeof value === 'string' && value.trim() === '' ? missing : undefined;
  return [required(missing), notBlank, upTo(most)];
}
