import { OperatorError } from '../operator-error';
import { ConnectionLost } from './import-turn';

/** The file, or what was asked of it, is at fault. The message is a plain sentence for whoever brought it. */
export class ImportProblem extends OperatorError {}

/** An import cannot be undone or applied as it stands now; the message says why. */
export class ImportConflict extends OperatorError {}

const CONNECTION_LOST = /^Connection terminated|connection error|^timeout/i;
const PASSING_CODES =
  /^(08|57P|53)|^(40001|40P01|55P03|ECONNRESET|ECONNREFUSED|EPIPE|ETIMEDOUT|ENOTFOUND)$/;

/**
 * Whether the fault lies with the moment (PostgreSQL restarting, a deadlock) and not with the file:
 * the import then stays as it is and is taken up again.
 */
export function isPassing(error: unknown): boolean {
  if (error instanceof ConnectionLost) return true;
  if (!(error instanceof Error)) return false;
  const { code } = error as Error & { code?: unknown };
  return (
    (typeof code === 'string' && PASSING_CODES.test(code)) || CONNECTION_LOST.test(error.message)
  );
}
