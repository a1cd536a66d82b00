import { faultText } from '@tracker/process';
import { Command } from 'commander';
import { findTools } from './find-tools';

const program = new Command('tracker')
  .description("The commands of the school engagement tracker's operator.")
  .showHelpAfterError()
  .helpCommand(false);

async function main(): Promise<void> {
  if (process.argv[2] === 'propose-plan') {
    // It needs no database, and nothing of what the others load for theirs.
    const { registerProposePlan } = await import('./commands/propose-plan.js');
    registerProposePlan(program);
    await program.parseAsync();
    return;
  }
  const { commands } = await import('./commands/index.js');
  for (const register of commands) register(program);
  // The benchmarks load much that no other command needs.
  const isKnown = program.commands.some((command) => command.name() === process.argv[2]);
  if (!isKnown) (await findTools())?.registerBenchmark(program);
  await program.parseAsync();
}

main().catch((error: unknown) => {
  console.error(faultText(error));
  process.exitCode = 1;
});
