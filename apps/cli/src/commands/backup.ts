import { resolve } from 'node:path';
import { plural } from '@tracker/domain';
import { backup, restore, type Restored, withServices } from '@tracker/embedded';
import { runMigrations, withDatabase } from '@tracker/data';
import type { Command } from 'commander';

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
        console.log(inWords(await restore(databaseUrl, resolve(file)), file));
      }),
    );
}

/** What is as it was, and what is not. */
function inWords({ tables, heldMails, endedSessions, endedLinks }: Restored, file: string): string {
  return [
    `Restored ${plural(tables, 'table')} from ${file}.`,
    `Everybody signs in again (${plural(endedSessions, 'session')} ended).`,
    ...(endedLinks > 0
      ? [`Invitations and links for a new password are void (${endedLinks}): send new ones.`]
      : []),
    ...(heldMails > 0
      ? [`${plural(heldMails, 'email')} waited then. They are held: look at them in the outbox.`]
      : []),
    'Survey links and calendar addresses work as they did then; so do accounts disabled since.',
  ].join('\n');
}
