import { Command } from 'commander';
import { commands } from './commands';
import { faultText } from '@tracker/server';

const program = new Command('tracker')
  .description("The commands of the school engagement tracker's operator.")
  .showHelpAfterError()
  .helpCommand(false);

for (const register of commands) register(program);

program.parseAsync().catch((error: unknown) => {
  console.error(faultText(error));
  process.exitCode = 1;
});
