import { runMigrations } from '@tracker/server';
import type { Command } from 'commander';
import { withDatabase } from '../connect';
import { withServices } from '../with-services';

export function registerMigrate(program: Command): void {
  program
    .command('migrate')
    .description('Apply the migrations that the database lacks.')
    .action(() =>
      withServices(async ({ databaseUrl }) => {
        const applied = await withDatabase(databaseUrl, runMigrations);
        for (const name of applied) console.log(`Applied ${name}.`);
        if (applied.length === 0) console.log('Nothing to apply: the database is up to date.');
      }),
    );
}
