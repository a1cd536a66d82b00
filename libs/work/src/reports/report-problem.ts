import { outageOf } from '@tracker/data';
import { OperatorError } from '@tracker/process';

/** The report cannot be made as it was asked for. The message is a plain sentence. */
export class ReportProblem extends OperatorError {}

/** That the database has no room for the file, in words; null for any other fault. */
export function fullFault(error: unknown): string | null {
  if (outageOf(error) !== 'full') return null;
  return 'The file could not be written: the disk of the database is full. Ask whoever runs the server, then make the report again.';
}
