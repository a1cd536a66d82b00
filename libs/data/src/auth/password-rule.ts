import { DEMO_PASSWORD, LONGEST_PASSWORD, SHORTEST_PASSWORD } from '@tracker/domain';
import { dictionary } from '@zxcvbn-ts/language-common';

/** Some 50,000 passwords that leaks have shown to be common, kept by the zxcvbn-ts project. */
const COMMON = new Set(dictionary['passwords-common']);

/**
 * What is wrong with a password somebody chooses, in a sentence; null when nothing is. It is long
 * enough, not common, and neither the address nor the name. Which characters it has does not matter
 * (NIST SP 800-63B and the NCSC advise against such rules).
 */
export function passwordProblem(
  password: string,
  whose: { name: string; email: string },
): string | null {
  const length = [...password].length;
  if (length < SHORTEST_PASSWORD)
    return `The password needs at least ${SHORTEST_PASSWORD} characters.`;
  if (length > LONGEST_PASSWORD)
    return `The password has at most ${LONGEST_PASSWORD.toLocaleString('en-GB')} characters.`;
  const plain = plainOf(password);
  if (isCommon(plain)) {
    return 'This password is one of those that are tried first. Choose another, such as three or four words that do not belong together.';
  }
  if (plain === DEMO_PASSWORD) {
    return 'This is the password of the demo accounts, which everybody knows. Choose another.';
  }
  if (namesOf(whose).includes(plain)) {
    return 'The password must not be your email address or your name.';
  }
  return null;
}

const plainOf = (text: string) => text.normalize('NFKC').toLowerCase().trim();

/** In the list as it stands, with digits or signs after it, or written again and again. */
function isCommon(plain: string): boolean {
  const stem = plain.replace(/[\d\p{P}\p{S}]+$/u, '');
  if (COMMON.has(plain) || COMMON.has(stem)) return true;
  const [, unit] = /^(.+?)\1+$/u.exec(plain) ?? [];
  return unit !== undefined && (unit.length <= 4 || COMMON.has(unit));
}

function namesOf({ name, email }: { name: string; email: string }): string[] {
  const plain = plainOf(name);
  const words = plain.split(/\s+/);
  const address = plainOf(email);
  return [
    address,
    address.split('@')[0] ?? address,
    ...['', ' ', '.', '-', '_'].flatMap((between) => [
      words.join(between),
      [...words].reverse().join(between),
    ]),
  ];
}
