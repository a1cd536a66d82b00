import { types } from 'node:util';
import {
  CannotExecuteNotConnectedError,
  ConnectionIsNotSetError,
  QueryRunnerAlreadyReleasedError,
  QueryRunnerProviderAlreadyReleasedError,
  TransactionNotStartedError,
} from 'typeorm';

/**
 * What keeps PostgreSQL from doing what it was asked for, where the request is not to blame:
 * `away` (unreachable, starting, going down, failing over), `read_only` (a standby, or told to be),
 * `full` (its disk takes no more), `busy` (no connection is free) and `slow` (the statement took too
 * long).
 */
export type DatabaseOutage = 'away' | 'read_only' | 'full' | 'busy' | 'slow';

/** By SQLSTATE, and by the codes of Node's network; the first that fits. */
const CODES: readonly (readonly [RegExp, DatabaseOutage])[] = [
  [/^25006$/, 'read_only'],
  [/^(53100|58030)$/, 'full'],
  [/^53/, 'busy'],
  [/^57014$/, 'slow'],
  // Not 08P01: a statement and its values that do not fit are a fault of ours, not an outage.
  [/^08(?!P01)|^57P|^25P0[34]$/, 'away'],
  // No entry for our role, or no such database: it is being set up or restored.
  [/^(28|3D)/, 'away'],
  [
    /^(ECONN\w+|EPIPE|ETIMEDOUT|ENOTFOUND|EAI_AGAIN|EHOSTUNREACH|ENETUNREACH|EADDRNOTAVAIL|EMFILE|ENFILE)$/,
    'away',
  ],
];

/** Codes that say too little: internal error, no privilege, serialization failure. */
const VAGUE = /^(|XX000|42501|40001)$/;

/** Where the code says too little: the file system's own words, and those of pg. */
const WORDS: readonly (readonly [RegExp, DatabaseOutage])[] = [
  [
    /could not \w+ .*: (No space left|Disk quota|File too large|Read-only file system|Input\/output error)/,
    'full',
  ],
  [/conflict with recovery/, 'away'],
  [/timeout exceeded when trying to connect/i, 'busy'],
  [/query read timeout/i, 'slow'],
  [
    /Connection terminated|Client has encountered a connection error|Client was closed|Driver not Connected|server closed the connection|Connection is closed|not queryable|pool after calling end/i,
    'away',
  ],
];

/** TypeORM's words for a connection that was lost under the work. */
const LOST = [
  QueryRunnerAlreadyReleasedError,
  QueryRunnerProviderAlreadyReleasedError,
  TransactionNotStartedError,
  CannotExecuteNotConnectedError,
  ConnectionIsNotSetError,
];

/** What outage an error comes from; null when it comes from none. */
export function outageOf(thrown: unknown): DatabaseOutage | null {
  if (!types.isNativeError(thrown)) return null;
  if (LOST.some((kind) => thrown instanceof kind)) return 'away';
  const code = codeOf(thrown);
  // Words alone only then: a refusal may quote what somebody typed.
  const found = VAGUE.test(code)
    ? WORDS.find(([pattern]) => pattern.test(thrown.message))
    : CODES.find(([pattern]) => pattern.test(code));
  if (found) return found[1];
  return thrown.cause === undefined ? null : outageOf(thrown.cause);
}

/** The SQLSTATE, or the code of Node's network; empty when there is none. */
export function codeOf(thrown: Error): string {
  const driver = 'driverError' in thrown ? (thrown.driverError as { code?: unknown }) : undefined;
  const code = driver?.code ?? ('code' in thrown ? thrown.code : undefined);
  return typeof code === 'string' ? code : '';
}
