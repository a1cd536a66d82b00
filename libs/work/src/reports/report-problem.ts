import { OperatorError } from '@tracker/process';

/** The report cannot be made as it was asked for. The message is a plain sentence. */
export class ReportProblem extends OperatorError {}

const DISK: Record<string, string> = {
  ENOSPC: 'the disk of the server is full',
  EDQUOT: 'the disk of the server is full',
  EACCES: 'the server may not write into its data folder',
  EPERM: 'the server may not write into its data folder',
  EROFS: 'the data folder of the server is read-only',
  ENOTDIR: 'the data folder of the server is not a folder',
};

/** What a fault of the server's disk is in words; null for any other fault. */
export function diskFault(error: unknown): string | null {
  const { code } = error as { code?: unknown };
  if (typeof code !== 'string' || !Object.hasOwn(DISK, code)) return null;
  return `The file could not be written: ${DISK[code]}. Ask whoever runs the server, then make the report again.`;
}
