import { HttpError } from 'react-admin';
import type { Problem } from '@tracker/contract';

/** What an `HttpError` of the tracker carries as `body`. */
export interface FailureBody {
  problem: Problem | null;
  /** By input name, for the form; `root` is what belongs to no input. */
  errors: Record<string, unknown>;
  /** How long the tracker asks to wait before the next attempt; null when it does not say. */
  retryAfterMs: number | null;
}

/** The problem details in an answer, null when it carries none (a proxy's page, an empty body). */
export function readProblem(body: string): Problem | null {
  try {
    const parsed: unknown = JSON.parse(body);
    const isProblem = typeof parsed === 'object' && parsed !== null && 'detail' in parsed;
    return isProblem ? (parsed as Problem) : null;
  } catch {
    return null;
  }
}

const BY_STATUS: Record<number, string> = {
  401: 'You are signed out. Please sign in again.',
  403: 'Your account may not do this.',
  404: 'This does not exist, or not any more.',
  413: 'This file is too large.',
  429: 'That was too many attempts in a short time. Wait a minute and try again.',
  503: 'The tracker is busy or being restarted. Try again in a minute; nothing you typed is lost.',
};

/** What happened, in a sentence; a failure on the server's side gets the reference of its log. */
export function problemSentence(status: number, problem: Problem | null): string {
  const said = problem?.detail || BY_STATUS[status];
  const sentence = said ?? 'Something went wrong on our side. Nothing was saved; please try again.';
  if (status < 500 || !problem?.reference) return sentence;
  return `${sentence} If it stays like this, quote the reference ${problem.reference}.`;
}

/** What belongs to no input: a refusal, or a warning against which one may go ahead. */
export const rootError = (message: string, warning: boolean) =>
  warning ? { warning: message } : { serverError: message };

/** Nothing but warnings stands in the way; sent once more it goes ahead. */
export class OnlyWarned extends Error {}

/** Field errors in the shape a form takes; paths such as `actions.0.title` become nested. */
export function formErrors(problem: Problem | null, message: string): Record<string, unknown> {
  const errors: Record<string, unknown> = { root: rootError(message, Boolean(problem?.warnings)) };
  for (const { field, message: text } of problem?.errors ?? []) errors[field] = text;
  return errors;
}

export function isHttpError(error: unknown): error is HttpError & { body: FailureBody } {
  return error instanceof HttpError;
}

/** No answer came, or one that says to come back later. */
export const isAway = (error: unknown): boolean =>
  isHttpError(error) && (error.status === 0 || error.status === 503);

/** There is no such record, or its id has lost a part on the way: asking again will not help. */
export const isNoRecord = (error: unknown): boolean =>
  isHttpError(error) && (error.status === 404 || error.status === 400);

/** The sentence to show for anything thrown. */
export function sentenceOf(error: unknown): string {
  if (error instanceof Error && error.message) return error.message;
  return 'Something went wrong. Please try again.';
}

/** The record as it is now, when a save failed because somebody else saved first. */
export function staleRecordOf(error: unknown): Record<string, unknown> | null {
  if (!isHttpError(error) || error.status !== 409) return null;
  const current = error.body?.problem?.current;
  return typeof current === 'object' && current !== null
    ? (current as Record<string, unknown>)
    : null;
}

/** A save that came second, with what there is to choose between in the place of the record. */
export function overtakenBy(cause: unknown, current: Record<string, unknown>): HttpError {
  return new HttpError(sentenceOf(cause), 409, { problem: { current } });
}
