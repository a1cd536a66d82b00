import type { FieldError, SignedInUser, Visit } from '@tracker/contract';
import { call } from '../providers/http';
import { isHttpError, sentenceOf, staleRecordOf } from '../providers/problems';
import { whoWasSignedIn } from '../providers/session';
import { type DeviceLog, type Refusal, requestOf } from './device-log';
import { changeLog, logsOf } from './device-logs';

let running: Promise<void> | null = null;

/**
 * Sends what is finished, in the order in which it was finished. Asked for again while under way it
 * is the same sending; another tab's is waited for. What cannot be sent now stays and is sent later.
 */
export function sendLogs(): Promise<void> {
  running ??= inTurn(sendWaiting).finally(() => (running = null));
  return running;
}

/** One tab at a time. Where there are no locks the Idempotency-Key alone keeps a log from being taken twice. */
async function inTurn(work: () => Promise<void>): Promise<void> {
  await (navigator.locks ? navigator.locks.request('tracker-sending', work) : work());
}

async function sendWaiting(): Promise<void> {
  const person = whoWasSignedIn();
  if (!person) return;
  const waiting = (await logsOf(person.id))
    .filter(({ state }) => state === 'waiting')
    .sort((a, b) => (a.finishedAt ?? '').localeCompare(b.finishedAt ?? ''));
  for (const log of waiting) {
    if (!(await isStillSignedIn(person)) || !(await sendOne(log))) return;
  }
}

/** Another tab may have signed somebody else in, whose name must not be on this log. */
async function isStillSignedIn({ id }: SignedInUser): Promise<boolean> {
  try {
    return (await call<SignedInUser>('/api/auth/me')).json.id === id;
  } catch (error) {
    // Over: a write says so to the person, who signs in again and it goes on.
    return isHttpError(error) && error.status === 401;
  }
}

/** @returns whether to go on with the next one */
async function sendOne(log: DeviceLog): Promise<boolean> {
  const sending = await changeLog(log.id, (present) =>
    present.state === 'waiting' && present.key === log.key && present.typed
      ? { ...present, underWay: present.underWay ?? requestOf(present, present.typed) }
      : null,
  );
  if (!sending?.underWay) return true;
  const { url, body } = sending.underWay;
  try {
    const { headers } = await call<Visit>(url, {
      method: 'POST',
      body,
      idempotencyKey: sending.key,
    });
    const sentAt = instantOf(headers.get('Date'));
    await settle(sending, { state: 'sent', sentAt, typed: null, refusal: null });
    return true;
  } catch (error) {
    if (isHttpError(error) && error.status === 401) await settle(sending, {});
    if (!isFinal(error)) return false;
    await settle(sending, { state: 'attention', refusal: refusalOf(error) });
    return true;
  }
}

/**
 * Sends a log that cannot be kept on the device.
 * @throws what the tracker says where it may be tried again: nothing is kept meanwhile
 */
export async function sendUnkept(log: DeviceLog): Promise<DeviceLog> {
  if (!log.typed) return log;
  const { url, body } = requestOf(log, log.typed);
  try {
    await call<Visit>(url, { method: 'POST', body, idempotencyKey: log.key });
    return { ...log, state: 'sent', typed: null };
  } catch (error) {
    if (!isFinal(error)) throw error;
    return { ...log, state: 'attention', refusal: refusalOf(error) };
  }
}

const settle = (log: DeviceLog, how: Partial<DeviceLog>) =>
  changeLog(log.id, (present) =>
    present.key === log.key ? { ...present, ...how, underWay: null } : null,
  );

/** By the server's clock, where it says. */
function instantOf(date: string | null): string {
  const at = date === null ? Number.NaN : Date.parse(date);
  return new Date(Number.isNaN(at) ? Date.now() : at).toISOString();
}

/** Whether the same request would be answered the same way again. */
function isFinal(error: unknown): boolean {
  return isHttpError(error) && [400, 403, 404, 409, 413, 415, 422].includes(error.status);
}

function refusalOf(error: unknown): Refusal {
  const http = isHttpError(error) ? error : null;
  const problem = http?.body.problem;
  const errors = Object.fromEntries(
    (problem?.errors ?? []).map(({ field, message }: FieldError) => [
      field.replace(/^outcome\./, ''),
      message,
    ]),
  );
  const current = staleRecordOf(error) as Visit | null;
  return { status: http?.status ?? 0, sentence: sentenceOf(error), errors, current };
}
