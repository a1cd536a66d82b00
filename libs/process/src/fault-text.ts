import { OperatorError } from './operator-error';

/** Causes of causes that are told. */
const DEEPEST_CAUSE = 5;

/**
 * What a terminal or a log is told of an error. What a person can put right is a sentence; anything else
 * is a fault of ours, with where it arose. Never what else hangs on an error: a statement and its values
 * may hold anything, a password included.
 */
export function faultText(error: unknown, depth = 0): string {
  if (error instanceof OperatorError) return error.message;
  if (!(error instanceof Error)) return String(error);
  const own = error.stack ?? `${error.name}: ${error.message}`;
  if (depth === DEEPEST_CAUSE) return own;
  const within = [
    ...(error.cause === undefined ? [] : [error.cause]),
    ...(error instanceof AggregateError ? (error.errors as unknown[]) : []),
  ];
  return [own, ...within.map((cause) => `caused by ${faultText(cause, depth + 1)}`)].join('\n');
}
