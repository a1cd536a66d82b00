import { createInterface } from 'node:readline';
import { text } from 'node:stream/consumers';
import { createUser, withDatabase } from '@tracker/data';
import { withServices } from '@tracker/embedded';
import type { Command } from 'commander';

interface Options {
  name: string;
  email: string;
  role: string;
  region: string[];
}

export function registerCreateUser(program: Command): void {
  program
    .command('create-user')
    .description(
      'Add somebody who may sign in. The password is asked for, or read from standard input.',
    )
    .requiredOption('--name <name>', 'full name')
    .requiredOption('--email <address>', 'what they sign in with')
    .requiredOption('--role <role>', 'head, regional, manager or admin')
    .option('--region <name...>', 'regions of a regional team member', [])
    .action((options: Options) =>
      withServices(({ databaseUrl }) =>
        withDatabase(databaseUrl, async (dataSource) => {
          const { region: regions, ...who } = options;
          const password = await askPassword();
          const user = await createUser(dataSource, { ...who, regions, password });
          console.log(`${user.name} can sign in as ${user.email}.`);
        }),
      ),
    );
}

/** Never an option of the command line: those are seen by everybody on the machine. */
async function askPassword(): Promise<string> {
  if (!process.stdin.isTTY) return (await text(process.stdin)).replace(/\r?\n$/, '');
  const prompt = createInterface({ input: process.stdin, output: process.stdout, terminal: true });
  process.stdout.write('Password (not shown): ');
  // What is typed is not echoed.
  (prompt as unknown as { _writeToOutput: (text: string) => void })._writeToOutput = () =>
    undefined;
  const [password] = (await new Promise<string>((resolve) => prompt.once('line', resolve))).split(
    '\n',
  );
  prompt.close();
  process.stdout.write('\n');
  return password ?? '';
}
