import { HttpError } from 'react-admin';
import { dropEarlyAnswers, takeEarlyAnswer } from './early-answers';
import { noteOutage, outageOver } from './outage';
import { noteOwnWrite } from './own-writes';
import {
  type FailureBody,
  formErrors,
  isHttpError,
  problemSentence,
  readProblem,
} from './problems';
import { pathOf } from './route-path';
import { sessionEnded, untilSignedIn } from './session';
import { answerNoted, noteSignal } from './signal';
import { retryAfterMs, withinLimit } from './waiting-limits';

export interface Answer<T> {
  status: number;
  headers: Headers;
  body: string;
  json: T;
}

export interface Request {
  method?: string;
  headers?: HeadersInit;
  /** Text is sent as JSON, a form as multipart. */
  body?: BodyInit | null;
  signal?: AbortSignal | null;
  /** A UUID: the same request sent twice under it is carried out once. */
  idempotencyKey?: string;
  /** How long an answer is waited for; a read has a limit without being given one. */
  limitMs?: number;
}

const SIGNED_OUT =
  'You were signed out. Nothing has been saved yet. Sign in again: what you typed is still here.';

const UNREACHABLE =
  'The tracker cannot be reached. Check your connection and try again; nothing you typed is lost.';

const TOO_SLOW = 'No answer came in time. The signal may be weak; nothing you typed is lost.';

const SOMEBODY_ELSE =
  'Something other than the tracker answered, perhaps the sign-in page of this Wi-Fi. Open that page in a new tab, then try again.';

/** A screen that waits longer has no signal worth the name, and goes on with what is on the device. */
const READ_LIMIT_MS = 30_000;

/** Where 401 is no news of a session that ended: nobody was signed in, or they meant to leave. */
const WITHOUT_SESSION = [
  pathOf('GET /api/auth/me'),
  pathOf('POST /api/auth/sign-in'),
  pathOf('POST /api/auth/sign-out'),
];

/** What is written there is none of the hub's records. */
const NO_RECORD = /^\/api\/(auth|devices)\//;

/** How long a save waits for the end of an outage before it says that it could not. */
const WAITS_FOR_OUTAGE_MS = 30_000;

const BROKEN_OFF = 'The file did not arrive whole. Nothing was saved; please try again.';

/**
 * Sends a request with the session's cookie; `call` is how a screen asks. Throws an `HttpError` whose message is a sentence for
 * people and whose `body` is a `FailureBody`; status 0 means that no answer came at all. When the
 * session is over the person is asked to sign in again: a read waits for it and goes on, anything
 * else fails, to be sent again by the person.
 */
export async function request<T>(url: string, sent: Request = {}): Promise<Answer<T>> {
  const headers = new Headers(sent.headers);
  headers.set('Accept', 'application/json');
  if (typeof sent.body === 'string') headers.set('Content-Type', 'application/json');
  if (sent.idempotencyKey) headers.set('Idempotency-Key', sent.idempotencyKey);
  const isRead = (sent.method ?? 'GET') === 'GET';
  const limitMs = sent.limitMs ?? (isRead ? READ_LIMIT_MS : undefined);
  const whole = { ...sent, headers, limitMs };
  const { response, body } = await answered(url, whole, (one) => one.text());
  const json = parsed(body) as T;
  if (!isRead && !NO_RECORD.test(url)) noteOwnWrite();
  return { status: response.status, headers: response.headers, body, json };
}

function parsed(body: string): unknown {
  try {
    return body === '' ? undefined : JSON.parse(body);
  } catch {
    noteSignal(false);
    throw withoutProblem(SOMEBODY_ELSE, 0);
  }
}

/** Reads a file, as `request` reads an answer; one that breaks off on its way fails. */
export async function requestFile(url: string, signal?: AbortSignal): Promise<Blob> {
  const whole = (answer: Response) =>
    answer.blob().catch(() => {
      throw withoutProblem(BROKEN_OFF, 0);
    });
  return (await answered(url, { signal }, whole)).body;
}

async function answered<Body>(
  url: string,
  request: Request,
  read: (response: Response) => Promise<Body>,
): Promise<{ response: Response; body: Body }> {
  const { response, body, refusal } = await send(url, request, read);
  if (body !== undefined) return { response, body };
  if (response.status === 401 && !WITHOUT_SESSION.includes(url) && sessionEnded()) {
    if ((request.method ?? 'GET') !== 'GET') throw withoutProblem(SIGNED_OUT, 401);
    await untilSignedIn(request.signal);
    return answered(url, request, read);
  }
  if (response.status === 503) {
    noteOutage();
    // Under its key it is carried out once, however often it is sent.
    if (request.idempotencyKey && (await outageOver(WAITS_FOR_OUTAGE_MS, request.signal)))
      return answered(url, request, read);
  }
  throw failure(response, refusal);
}

interface Sent<Body> {
  response: Response;
  /** What was read of an answer that is none of a failure. */
  body?: Body;
  /** The text of any other. */
  refusal: string;
}

async function send<Body>(
  url: string,
  { idempotencyKey: _key, limitMs, ...init }: Request,
  read: (response: Response) => Promise<Body>,
): Promise<Sent<Body>> {
  const limit = withinLimit(limitMs, init.signal);
  const noteAnswer = answerNoted();
  const isRead = (init.method ?? 'GET') === 'GET';
  if (!isRead) dropEarlyAnswers();
  try {
    const early = isRead ? await takeEarlyAnswer(url, limit.signal) : null;
    const response =
      early ?? (await fetch(url, { ...init, signal: limit.signal, credentials: 'same-origin' }));
    noteAnswer();
    if (!response.ok) return { response, refusal: await response.text() };
    return { response, body: await read(response), refusal: '' };
  } catch (cause) {
    if (isHttpError(cause)) throw cause;
    if (init.signal?.aborted) throw cause;
    noteSignal(false);
    throw withoutProblem(limit.isOver() ? TOO_SLOW : UNREACHABLE, 0);
  } finally {
    limit.stop();
  }
}

function withoutProblem(sentence: string, status: number): Error {
  const errors = formErrors(null, sentence);
  const failed: FailureBody = { problem: null, errors, retryAfterMs: null };
  return new HttpError(sentence, status, failed);
}

function failure(response: Response, body: string): Error {
  const problem = readProblem(body);
  const message = problemSentence(response.status, problem);
  const failed: FailureBody = {
    ...{ problem, errors: formErrors(problem, message) },
    retryAfterMs: retryAfterMs(response.headers.get('Retry-After')),
  };
  return new HttpError(message, response.status, failed);
}
