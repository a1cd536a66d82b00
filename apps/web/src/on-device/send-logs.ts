import type { SignedInUser, Visit } from '@tracker/contract';
import { call } from '../providers/call';
import { type Answer, request } from '../providers/http';
import { isHttpError } from '../providers/problems';
import { whoWasSignedIn } from '../providers/session';
import { type DeviceLog, type LogRequest, requestOf } from './device-log';
import { changeLog, logsOf } from './device-logs';
import { heldBack, isDue } from './holds';
import { isFinal, refusalOf } from './refusals';

/** So many at once, the one finished first begun first; one that hangs leaves room for the others. */
const AT_ONCE = 4;
/** A request without an answer for so long is given up, to be sent again later. */
const SENDING_LIMIT_MS = 30_000;

const sentListeners = new Set<() => void>();

/** A log of this page has arrived. */
export function onLogSent(listener: () => void): () => void {
  sentListeners.add(listener);
  return () => void sentListeners.delete(listener);
}

/** By log: asked for again while under way it is the same sending. */
const underWay = new Map<string, Promise<void>>();

/**
 * Sends what is finished, each log by itself: one that cannot be sent now stays, with the reason, and
 * is tried again in its own time. Nothing waits behind it.
 */
export async function sendLogs(): Promise<void> {
  const person = whoWasSignedIn();
  if (!person) return;
  const queue = (await logsOf(person.id))
    .filter((log) => log.state === 'waiting' && isDue(log))
    .sort((a, b) => (a.finishedAt ?? '').localeCompare(b.finishedAt ?? ''));
  const sendNext = async () => {
    for (let log = queue.shift(); log; log = queue.shift()) {
      // Without a signal the others get nowhere either.
      if (!(await sendOnce(log.id, person, false))) queue.length = 0;
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, sendNext));
}

/** Sends one log now, whatever it was waiting for. */
export async function sendLog(id: string): Promise<void> {
  const person = whoWasSignedIn();
  if (person) await sendOnce(id, person, true);
}

/** @returns whether there is a signal, as far as it is known */
async function sendOnce(id: string, person: SignedInUser, isAsked: boolean): Promise<boolean> {
  let there = true;
  const sending =
    underWay.get(id) ??
    inTurn(id, async () => {
      there = await sendOne(id, person, isAsked);
    }).finally(() => underWay.delete(id));
  underWay.set(id, sending);
  await sending;
  return there;
}

/**
 * One tab at a time sends a log. Where there are no locks the Idempotency-Key alone keeps it from being
 * taken twice.
 */
async function inTurn(id: string, work: () => Promise<void>): Promise<void> {
  await (navigator.locks ? navigator.locks.request(`tracker-sending-${id}`, work) : work());
}

async function sendOne(id: string, person: SignedInUser, isAsked: boolean): Promise<boolean> {
  const isReady = (log: DeviceLog) => log.state === 'waiting' && (isAsked || isDue(log));
  try {
    if (!(await isStillSignedIn(person))) return true;
  } catch (error) {
    if (isHttpError(error) && error.status === 0) return false;
    await changeLog(id, (log) =>
      isReady(log) ? { ...log, hold: heldBack(log.hold, error) } : null,
    );
    return true;
  }
  const sending = await changeLog(id, (present) =>
    isReady(present) && present.typed
      ? { ...present, underWay: present.underWay ?? requestOf(present, present.typed) }
      : null,
  );
  if (sending?.underWay) await sendRequest(sending, sending.underWay);
  return true;
}

/**
 * Another tab may have signed somebody else in, whose name must not be on this log.
 * @throws what came instead of an answer
 */
async function isStillSignedIn({ id }: SignedInUser): Promise<boolean> {
  try {
    return (await call('GET /api/auth/me')).id === id;
  } catch (error) {
    // Over: a write says so to the person, who signs in again and it goes on.
    if (isHttpError(error) && error.status === 401) return true;
    throw error;
  }
}

/** @throws what the tracker says, and when it was not the tracker that answered */
async function post({ url, body }: LogRequest, idempotencyKey: string): Promise<Answer<Visit>> {
  const limitMs = SENDING_LIMIT_MS;
  const answer = await request<Visit | undefined>(url, {
    ...{ method: 'POST', body, idempotencyKey, limitMs },
  });
  const { json } = answer;
  if (!json?.id) throw new Error('Something other than the tracker answered.');
  return { ...answer, json };
}

async function sendRequest(log: DeviceLog, underWay: LogRequest): Promise<void> {
  try {
    const { headers } = await post(underWay, log.key);
    const sentAt = instantOf(headers.get('Date'));
    await settle(log, { state: 'sent', sentAt, typed: null, refusal: null, hold: null });
    sentListeners.forEach((listener) => listener());
  } catch (error) {
    const status = isHttpError(error) ? error.status : null;
    if (isFinal(error)) {
      await settle(log, { state: 'attention', refusal: refusalOf(error), hold: null });
    } else if (status === 401) await settle(log, {});
    else if (status === 429) await settle(log, { hold: heldBack(log.hold, error) });
    else {
      // It may have arrived all the same, so it stays under way and is sent again letter for letter.
      await changeLog(log.id, (present) =>
        present.key === log.key ? { ...present, hold: heldBack(present.hold, error) } : null,
      );
    }
  }
}

/**
 * Sends a log that cannot be kept on the device.
 * @throws what the tracker says where it may be tried again: nothing is kept meanwhile
 */
export async function sendUnkept(log: DeviceLog): Promise<DeviceLog> {
  if (!log.typed) return log;
  try {
    await post(requestOf(log, log.typed), log.key);
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
