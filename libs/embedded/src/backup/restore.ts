import { access } from 'node:fs/promises';
import type { Writable } from 'node:stream';
import { finished } from 'node:stream/promises';
import { Client, DatabaseError } from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import { OperatorError } from '@tracker/process';
import { BACKUP_FORMAT, type BackupHead, END_OF_ROWS } from './backup';
import { backupLines, damaged } from './backup-lines';
import { type Settled, settleRestored } from './settle-restored';
import { type BackedUpTable, copyTarget, migrationsOf, tablesInOrder } from './tables';

/** What was restored, and what was ended or held back in it. */
export interface Restored extends Settled {
  tables: number;
}

/**
 * Fills an empty, migrated database from a backup, all of it or nothing. Nobody is signed in then, and
 * no mail goes out that may have gone already.
 *
 * @throws OperatorError when the file is none of ours, is damaged, cut off or comes from another
 *   version, or when the database has users or schools already
 */
export async function restore(databaseUrl: string, file: string): Promise<Restored> {
  await access(file).catch(() => {
    throw new OperatorError(`There is no file ${file}.`);
  });
  const client = new Client({ connectionString: databaseUrl });
  client.on('error', () => undefined);
  await client.connect();
  try {
    await client.query('BEGIN');
    const tables = await readInto(client, file);
    const settled = await settleRestored(client);
    await client.query('COMMIT');
    return { tables, ...settled };
  } catch (error) {
    throw inWords(error, file);
  } finally {
    // Without a COMMIT the server takes everything back, also in the middle of a copy.
    await client.end();
  }
}

/** What PostgreSQL refuses of rows that came from a file is the file's fault. */
function inWords(error: unknown, file: string): unknown {
  if (!(error instanceof DatabaseError)) return error;
  const { code = '' } = error;
  if (/^(22|23|54|42[67]|08P01)/.test(code)) return damaged(file);
  const why = /^53/.test(code) ? 'has no room left' : `refused (${code})`;
  return new OperatorError(`PostgreSQL ${why}. Nothing was changed.`);
}

async function readInto(client: Client, file: string): Promise<number> {
  const lines = backupLines(file);
  try {
    return await fill(client, lines, file);
  } finally {
    await lines.return(undefined);
  }
}

async function fill(client: Client, lines: AsyncGenerator<string>, file: string): Promise<number> {
  const head = parse<BackupHead>(await lines.next(), file);
  if (head.format !== BACKUP_FORMAT || !Array.isArray(head.migrations)) throw damaged(file);
  await requireSameVersion(client, head);
  await setTriggers(client, 'DISABLE');
  await makeEmpty(client);
  const expected = new Map((await tablesInOrder(client)).map((table) => [table.table, table]));
  const count = expected.size;
  for (;;) {
    const next = parse<Partial<BackedUpTable> & { end?: number }>(await lines.next(), file);
    if (next.end !== undefined) {
      // To the last byte, where the file's own sum is.
      const isWhole = next.end === count && expected.size === 0 && (await lines.next()).done;
      if (!isWhole) throw damaged(file);
      await setTriggers(client, 'ENABLE');
      await goOnCounting(client);
      return count;
    }
    const table = expected.get(String(next.table));
    if (!table || !isSameColumns(table, next)) throw damaged(file);
    expected.delete(table.table);
    // In the file's own order of columns, every one of which is there.
    await copyRows(client, { ...table, columns: next.columns as string[] }, lines, file);
  }
}

function isSameColumns({ columns }: BackedUpTable, { columns: given }: Partial<BackedUpTable>) {
  return Array.isArray(given) && [...given].sort().join() === [...columns].sort().join();
}

async function copyRows(
  client: Client,
  table: BackedUpTable,
  lines: AsyncIterator<string>,
  file: string,
): Promise<void> {
  const rows = client.query(copyFrom(`COPY ${copyTarget(table)} FROM STDIN`));
  const done = finished(rows);
  done.catch(() => undefined);
  for (;;) {
    const { value: line, done: atEnd } = await lines.next();
    if (atEnd) throw damaged(file);
    if (line === END_OF_ROWS) break;
    if (!written(rows, `${line}\n`)) {
      await Promise.race([new Promise((resolve) => rows.once('drain', resolve)), done]);
    }
  }
  rows.end();
  await done;
}

/** Once PostgreSQL has refused a row, writing another throws; what it refused is told by the stream. */
function written(rows: Writable, line: string): boolean {
  try {
    return rows.write(line);
  } catch {
    return false;
  }
}

function parse<T extends object>({ value, done }: IteratorResult<string>, file: string): T {
  if (done) throw damaged(file);
  try {
    const parsed: unknown = JSON.parse(value);
    if (typeof parsed === 'object' && parsed !== null) return parsed as T;
  } catch {
    // Told below.
  }
  throw damaged(file);
}

async function requireSameVersion(client: Client, head: BackupHead): Promise<void> {
  const here = await migrationsOf(client);
  if (here.join() === head.migrations.join()) return;
  throw new OperatorError(
    `The backup was made by another version of the tracker (${head.migrations.at(-1)}; this one has ` +
      `${here.at(-1)}). Restore it with that version, then migrate.`,
  );
}

/** The audit trail comes with the backup; what is restored is not written down as new. */
async function setTriggers(client: Client, what: 'DISABLE' | 'ENABLE'): Promise<void> {
  for (const { table } of await tablesInOrder(client)) {
    await client.query(`ALTER TABLE "${table}" ${what} TRIGGER USER`);
  }
}

/** The next entry of the audit trail is numbered after the last one restored. */
async function goOnCounting(client: Client): Promise<void> {
  await client.query(
    `SELECT setval(pg_get_serial_sequence('audit_entries', 'id'), max(id)) FROM audit_entries
     HAVING max(id) IS NOT NULL`,
  );
}

/** Whatever migrations put there goes; what people put there is never overwritten. */
async function makeEmpty(client: Client): Promise<void> {
  const { rows } = await client.query<{ users: boolean; schools: boolean }>(
    'SELECT EXISTS (SELECT FROM users) AS users, EXISTS (SELECT FROM schools) AS schools',
  );
  if (rows[0]?.users || rows[0]?.schools) {
    throw new OperatorError(
      'The database has users or schools already. Restore into an empty one: set DATABASE_URL or TRACKER_DATA_DIR.',
    );
  }
  for (const { table } of (await tablesInOrder(client)).reverse()) {
    await client.query(`DELETE FROM "${table}"`);
  }
}
