import { accessSync, constants, statSync } from 'node:fs';
import { resolve } from 'node:path';
import { OperatorError } from '@tracker/process';

/** @throws OperatorError unless there is such a file, and it can be read */
export function requireFile(file: string): void {
  const about = statSync(file, { throwIfNoEntry: false });
  if (!about) throw new OperatorError(`There is no file ${resolve(file)}.`);
  if (!about.isFile()) throw new OperatorError(`${resolve(file)} is not a file.`);
  try {
    accessSync(file, constants.R_OK);
  } catch {
    throw new OperatorError(`${resolve(file)} cannot be read.`);
  }
}
