import { types } from 'node:util';
import { QueryFailedError } from 'typeorm';
import { conflict, malformed, ProblemException } from './problem';

/** Codes and messages that mean: PostgreSQL cannot be reached, is starting or is going down. */
// Not 08P01: a statement and its values that do not fit are a fault of ours, not an outage.
const AWAY = /^(08(?!P01)|57P|53300)|ECONNREFUSED|ECONNRESET|EPIPE|ETIMEDOUT|ENOTFOUND/;
const AWAY_MESSAGE =
  /Connection terminated|timeout exceeded when trying to connect|Client has encountered a connection error|Driver not Connected|ECONNREFUSED|server closed the connection|Connection is closed|not queryable/i;

/** The answer while PostgreSQL is away. */
export const databaseAway = () =>
  new ProblemException(
    503,
    'The database cannot be reached at the moment. Nothing was changed; please try again shortly.',
    { retryAfter: 5 },
  );

/** What a person is told when PostgreSQL refused; null when the error is not its own. */
export function translateDatabaseError(thrown: unknown): ProblemException | null {
  if (!types.isNativeError(thrown)) return null;
  const code = errorCode(thrown);
  if (AWAY.test(code) || AWAY_MESSAGE.test(thrown.message)) return databaseAway();
  if (!(thrown instanceof QueryFailedError)) return null;
  if (code === '23505') return conflict('There is such a record already.');
  if (code === '23503')
    return conflict('Another record depends on this one, or is no longer there.');
  if (code === '40001' || code === '40P01') {
    return conflict('Somebody else changed the same records at this moment. Please try again.');
  }
  // A value PostgreSQL cannot hold, a NUL in a text for one: the client's doing.
  if (/^22/.test(code)) return malformed('A value in the request cannot be stored.');
  return null;
}

function errorCode(thrown: Error): string {
  const driver = 'driverError' in thrown ? (thrown.driverError as { code?: unknown }) : undefined;
  const code = driver?.code ?? ('code' in thrown ? thrown.code : undefined);
  return typeof code === 'string' ? code : '';
}
