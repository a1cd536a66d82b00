import { prepareAppRole, runMigrations, withDatabase } from '@tracker/data';
import { readEnv } from '@tracker/process';
import { withServices } from '@tracker/embedded';
import type { Command } from 'commander';

export function registerMigrate(program: Command): void {
  program
    .command('migrate')
    .description(
      'Apply the migrations that the database lacks. With DATABASE_OWNER_URL: as the owner, and set up the role of DATABASE_URL.',
    )
    .action(() =>
      withServices(async ({ databaseUrl }) => {
        const env = readEnv();
        const applied = await withDatabase(databaseUrl, async (owner) => {
          const names = await runMigrations(owner);
          if (env.databaseOwnerUrl && env.databaseUrl) await prepareAppRole(owner, env.databaseUrl);
          return names;
        });
        for (const name of applied) console.log(`Applied ${name}.`);
        if (applied.length === 0) console.log('Nothing to apply: the database is up to date.');
      }),
    );
}
