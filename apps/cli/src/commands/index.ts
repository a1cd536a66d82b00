import type { Command } from 'commander';
import { registerBackup } from './backup';
import { registerCreateUser } from './create-user';
import { registerHealth } from './health';
import { registerImport } from './import';
import { registerMigrate } from './migrate';
import { registerProposePlan } from './propose-plan';
import { registerRefreshPriorities } from './refresh-priorities';
import { registerStart } from './start';
import { registerVerifyAudit } from './verify-audit';
import { registerVerifyStandings } from './verify-standings';

/**
 * Every command, one file each: a function that adds it to the program. An action that throws an
 * `OperatorError` ends with its sentence and exit code 1.
 */
export const commands: ((program: Command) => void)[] = [
  registerStart,
  registerMigrate,
  registerHealth,
  registerImport,
  registerCreateUser,
  registerRefreshPriorities,
  registerProposePlan,
  registerBackup,
  registerVerifyAudit,
  registerVerifyStandings,
];
