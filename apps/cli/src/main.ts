import { Command } from 'commander';
import { commands } from './commands';
import { OperatorError } from '@tracker/server';

const program = new Command('tracker')
  .description("The commands of the school engagement tracker's operator.")
  .showHelpAfterError()
  .helpCommand(false);

for (const register of commands) register(program);

program.parseAsync().catch((error: unknown) => {
  // What a person can put right is a sentence; anything else is a fault of ours, shown whole.
  console.error(error instanceof OperatorError ? error.message : error);
  process.exitCode = 1;
});
