import { resolve } from 'node:path';
import { plural } from '@tracker/domain';
import { backup, restore, runMigrations } from '@tracker/server';
import type { Command } from 'commander';
import { withDatabase } from '../connect';
import { withServices } from '../with-services';

export function registerBackup(program: Command): void {
  program
    .command('backup <file>')
    .description('Write all records into one compressed file, as they are at one moment.')
    .action((file: string) =>
      withServices(async ({ databaseUrl }) => {
        const tables = await backup(databaseUrl, resolve(file));
        console.log(
          `${file} holds ${plural(tables, 'table')}. It has names and addresses in it: keep it safe.`,
        );
      }),
    );
  program
    .command('restore <file>')
    .description('Fill an empty database from a backup, all of it or nothing.')
    .action((file: string) =>
      withServices(async ({ databaseUrl }) => {
        await withDatabase(databaseUrl, runMigrations);
        const tables = await restore(databaseUrl, resolve(file));
        console.log(`Restored ${plural(tables, 'table')} from ${file}.`);
      }),
    );
}
