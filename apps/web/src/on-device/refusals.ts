import type { FieldError, Visit } from '@tracker/contract';
import { isHttpError, sentenceOf, staleRecordOf } from '../providers/problems';
import type { Refusal } from './device-log';

const TOO_LONG =
  'The log is longer than the tracker takes. Shorten what you wrote, then send it again.';

/** Of the client's errors those that pass by themselves: signed out, too slow, too early, too many. */
const PASSING = [401, 408, 425, 429];

/**
 * Whether the same request would be answered the same way again. What stands between here and the
 * tracker answers without a problem document, and may let the next attempt through.
 */
export function isFinal(error: unknown): boolean {
  if (!isHttpError(error)) return false;
  const { status, body } = error;
  if (status === 413) return true;
  return status >= 400 && status < 500 && !PASSING.includes(status) && body.problem !== null;
}

export function refusalOf(error: unknown): Refusal {
  const http = isHttpError(error) ? error : null;
  const errors = Object.fromEntries(
    (http?.body.problem?.errors ?? []).map(({ field, message }: FieldError) => [
      field.replace(/^outcome\./, ''),
      message,
    ]),
  );
  return {
    ...{ status: http?.status ?? 0, errors },
    sentence: http?.status === 413 ? TOO_LONG : sentenceOf(error),
    current: staleRecordOf(error) as Visit | null,
  };
}
