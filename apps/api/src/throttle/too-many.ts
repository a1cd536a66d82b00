import { plural } from '@tracker/domain';
import { ProblemException } from '../http/problem';

/**
 * 429 with `Retry-After`.
 *
 * @param what the sentence before the wait, `Too many attempts.`
 * @param wait in milliseconds
 */
export function tooMany(what: string, wait: number): ProblemException {
  const seconds = Math.max(1, Math.ceil(wait / 1000));
  const words =
    seconds < 90 ? plural(seconds, 'second') : plural(Math.ceil(seconds / 60), 'minute');
  return new ProblemException(429, `${what} Please wait ${words} and try again.`, {
    retryAfter: seconds,
  });
}
