import { types } from 'node:util';
import { codeOf, type DatabaseOutage, outageOf } from '@tracker/data';
import { QueryFailedError } from 'typeorm';
import { conflict, malformed, ProblemException } from './problem';

/** What a person is told, and after how many seconds it is worth asking again. */
const OUTAGES: Record<DatabaseOutage, readonly [sentence: string, retryAfter: number]> = {
  away: ['The database cannot be reached at the moment. Please try again shortly.', 5],
  read_only: [
    'The tracker cannot save at the moment: its database is read-only. Nothing was changed; please try again shortly.',
    10,
  ],
  full: [
    'The tracker cannot save at the moment: its disk is full. Nothing was changed; please try again later.',
    15,
  ],
  busy: [
    'The tracker has more to do than it can at the moment. Nothing was changed; please try again shortly.',
    5,
  ],
  slow: ['This took too long and was stopped. Nothing was changed; please try again shortly.', 10],
};

/** A file of our own that could not be written, an upload for one. */
const DISK_FULL = /^(ENOSPC|EDQUOT|EROFS)$/;

/** The answer while PostgreSQL cannot do what was asked of it. */
export function databaseOutage(outage: DatabaseOutage): ProblemException {
  const [sentence, retryAfter] = OUTAGES[outage];
  return new ProblemException(503, sentence, { retryAfter });
}

/** What a person is told when PostgreSQL refused; null when the error is not its own. */
export function translateDatabaseError(thrown: unknown): ProblemException | null {
  if (!types.isNativeError(thrown)) return null;
  const outage = outageOf(thrown);
  if (outage) return databaseOutage(outage);
  if (DISK_FULL.test(codeOf(thrown))) return databaseOutage('full');
  if (!(thrown instanceof QueryFailedError)) return null;
  const code = codeOf(thrown);
  if (code === '23505') return conflict('There is such a record already.');
  if (code === '23503')
    return conflict('Another record depends on this one, or is no longer there.');
  if (code === '40001' || code === '40P01') {
    return conflict('Someone else changed the same records just now. Please try again.');
  }
  // A value PostgreSQL cannot hold, a NUL in a text for one: the client's doing.
  if (/^22/.test(code)) return malformed('A value in the request cannot be stored.');
  return null;
}
