import { createWriteStream } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import { finished, pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import { Client } from 'pg';
import { to as copyTo } from 'pg-copy-streams';
import { OperatorError } from '@tracker/process';
import { copyTarget, migrationsOf, tablesInOrder } from './tables';

/** First line of a backup file. */
export interface BackupHead {
  format: typeof BACKUP_FORMAT;
  migrations: string[];
}

export const BACKUP_FORMAT = 'school-engagement-tracker backup 1';
/** PostgreSQL's own mark for the end of copied rows. */
export const END_OF_ROWS = '\\.';

/**
 * Writes every table of the tracker, as it is at one moment, into one compressed file that only its
 * owner can read. People may go on working meanwhile. The file appears under its name once it is whole.
 *
 * @returns how many tables there are
 * @throws OperatorError when the file cannot be written
 */
export async function backup(databaseUrl: string, file: string): Promise<number> {
  const partial = `${file}.partial`;
  const client = new Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    const gzip = createGzip();
    const written = pipeline(gzip, createWriteStream(partial, { mode: 0o600 }));
    // A file that cannot be written is told by `written` below.
    written.catch(() => undefined);
    const write = async (line: string) => {
      if (!gzip.write(`${line}\n`)) await Promise.race([once(gzip), written]);
    };
    await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY');
    const tables = await tablesInOrder(client);
    const head: BackupHead = { format: BACKUP_FORMAT, migrations: await migrationsOf(client) };
    await write(JSON.stringify(head));
    for (const table of tables) {
      await write(JSON.stringify(table));
      const rows = client.query(copyTo(`COPY ${copyTarget(table)} TO STDOUT`));
      rows.pipe(gzip, { end: false });
      await Promise.race([finished(rows), written]);
      await write(END_OF_ROWS);
    }
    await write(JSON.stringify({ end: tables.length }));
    await client.query('COMMIT');
    gzip.end();
    await written;
    await rename(partial, file);
    return tables.length;
  } catch (error) {
    await rm(partial, { force: true }).catch(() => undefined);
    if ((error as NodeJS.ErrnoException).syscall) {
      throw new OperatorError(`${file} cannot be written: ${(error as Error).message}.`);
    }
    throw error;
  } finally {
    await client.end();
  }
}

const once = (gzip: ReturnType<typeof createGzip>) =>
  new Promise<void>((resolve) => gzip.once('drain', () => resolve()));
