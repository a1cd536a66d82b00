import { isHttpError, sentenceOf } from '../providers/problems';
import type { DeviceLog, Hold } from './device-log';

const FIRST_MS = 5_000;
const LONGEST_MS = 15 * 60_000;
/** A line that broke may be back in a moment, and asking again costs nobody anything. */
const LONGEST_UNANSWERED_MS = 60_000;
/** Whatever a server asks for, a log is tried again within the hour. */
const LONGEST_ASKED_MS = 60 * 60_000;

/** How long to wait after so many failed attempts; a server that says how long is given that time. */
export function waitMs(tries: number, error: unknown): number {
  const http = isHttpError(error) ? error : null;
  const longest = http?.status === 0 ? LONGEST_UNANSWERED_MS : LONGEST_MS;
  const own = Math.min(FIRST_MS * 2 ** (tries - 1), longest);
  const asked = Math.min(http?.body.retryAfterMs ?? 0, LONGEST_ASKED_MS);
  return Math.max(own, asked);
}

/** A log after one more attempt that came to nothing. */
export function heldBack(before: Hold | null | undefined, error: unknown): Hold {
  const tries = (before?.tries ?? 0) + 1;
  return {
    tries,
    sentence: sentenceOf(error),
    notBefore: new Date(Date.now() + waitMs(tries, error)).toISOString(),
  };
}

/** Whether a log that waits may be tried now. */
export const isDue = ({ hold }: Pick<DeviceLog, 'hold'>): boolean =>
  !hold || Date.parse(hold.notBefore) <= Date.now();

/** When the next log that was held back is due; null when none is. */
export function nextDueAt(logs: readonly DeviceLog[]): number | null {
  const times = logs.flatMap(({ state, hold }) =>
    state === 'waiting' && hold ? [Date.parse(hold.notBefore)] : [],
  );
  return times.length > 0 ? Math.min(...times) : null;
}
