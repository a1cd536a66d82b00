import type { Command } from 'commander';
import { registerHealth } from './health';
import { registerMigrate } from './migrate';
import { registerStart } from './start';

/**
 * Every command, one file each: a function that adds it to the program. An action that throws an
 * `OperatorError` ends with its sentence and exit code 1.
 */
export const commands: ((program: Command) => void)[] = [
  registerStart,
  registerMigrate,
  registerHealth,
];
