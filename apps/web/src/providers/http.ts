import { HttpError } from 'react-admin';
import type { Problem } from '@tracker/contract';
import { formErrors, problemSentence, readProblem } from './problems';
import { sessionEnded, untilSignedIn } from './session';
import { noteSignal } from './signal';

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
}

/** What an `HttpError` of the tracker carries as `body`. */
export interface FailureBody {
  problem: Problem | null;
  /** By input name, for the form; `root` is what belongs to no input. */
  errors: Record<string, unknown>;
}

const SIGNED_OUT =
  'You were signed out. Nothing has been saved yet. Sign in again: what you typed is still here.';

const UNREACHABLE =
  'The tracker cannot be reached. Check your connection and try again; nothing you typed is lost.';

/** Where 401 is no news of a session that ended: nobody was signed in, or they meant to leave. */
const WITHOUT_SESSION = ['/api/auth/me', '/api/auth/sign-in', '/api/auth/sign-out'];

const BROKEN_OFF = 'The file did not arrive whole. Nothing was saved; please try again.';

/**
 * Calls the API with the session's cookie. Throws an `HttpError` whose message is a sentence for
 * people and whose `body` is a `FailureBody`; status 0 means that no answer came at all. When the
 * session is over the person is asked to sign in again: a read waits for it and goes on, anything
 * else fails, to be sent again by the person.
 */
export async function call<T>(url: string, request: Request = {}): Promise<Answer<T>> {
  const headers = new Headers(request.headers);
  headers.set('Accept', 'application/json');
  if (typeof request.body === 'string') headers.set('Content-Type', 'application/json');
  if (request.idempotencyKey) headers.set('Idempotency-Key', request.idempotencyKey);
  const { response, body } = await answered(url, { ...request, headers }, (one) => one.text());
  const json = body === '' ? undefined : JSON.parse(body);
  return { status: response.status, headers: response.headers, body, json: json as T };
}

/** Reads a file of the API's, as `call` reads an answer; one that breaks off on its way fails. */
export async function callForFile(url: string): Promise<Blob> {
  const whole = (answer: Response) =>
    answer.blob().catch(() => {
      throw withoutProblem(BROKEN_OFF, 0);
    });
  return (await answered(url, {}, whole)).body;
}

async function answered<Body>(
  url: string,
  request: Request,
  read: (response: Response) => Promise<Body>,
): Promise<{ response: Response; body: Body }> {
  const response = await send(url, request);
  if (response.ok) return { response, body: await read(response) };
  const body = await response.text();
  if (response.status === 401 && !WITHOUT_SESSION.includes(url) && sessionEnded()) {
    if ((request.method ?? 'GET') !== 'GET') throw withoutProblem(SIGNED_OUT, 401);
    await untilSignedIn(request.signal);
    return answered(url, request, read);
  }
  throw failure(response, body);
}

async function send(url: string, { idempotencyKey: _key, ...init }: Request): Promise<Response> {
  try {
    const response = await fetch(url, { ...init, credentials: 'same-origin' });
    noteSignal(true);
    return response;
  } catch (cause) {
    if (cause instanceof DOMException && cause.name === 'AbortError') throw cause;
    noteSignal(false);
    throw withoutProblem(UNREACHABLE, 0);
  }
}

function withoutProblem(sentence: string, status: number): Error {
  const failed: FailureBody = { problem: null, errors: formErrors(null, sentence) };
  return new HttpError(sentence, status, failed);
}

function failure(response: Response, body: string): Error {
  const problem = readProblem(body);
  const message = problemSentence(response.status, problem);
  const failed: FailureBody = { problem, errors: formErrors(problem, message) };
  return new HttpError(message, response.status, failed);
}
