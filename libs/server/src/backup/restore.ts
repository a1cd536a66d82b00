import { createReadStream } from 'node:fs';
import { access } from 'node:fs/promises';
import { finished } from 'node:stream/promises';
import { createGunzip } from 'node:zlib';
import { Client } from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import { OperatorError } from '../operator-error';
import { BACKUP_FORMAT, type BackupHead, END_OF_ROWS } from './backup';
import { type BackedUpTable, copyTarget, migrationsOf, tablesInOrder } from './tables';

/**
 * Fills an empty, migrated database from a backup, all of it or nothing.
 *
 * @returns how many tables were filled
 * @throws OperatorError when the file is none of ours, is cut off or comes from another version, or
 *   when the database has users or schools already
 */
export async function restore(databaseUrl: string, file: string): Promise<number> {
  await access(file).catch(() => {
    throw new OperatorError(`There is no file ${file}.`);
  });
  const client = new Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    await client.query('BEGIN');
    const restored = await readInto(client, file);
    await client.query('COMMIT');
    return restored;
  } finally {
    // Without a COMMIT the server takes everything back, also in the middle of a copy.
    await client.end();
  }
}

async function readInto(client: Client, file: string): Promise<number> {
  const lines = linesOf(file);
  try {
    return await fill(client, lines, file);
  } finally {
    await lines.return(undefined);
  }
}

async function fill(client: Client, lines: AsyncGenerator<string>, file: string): Promise<number> {
  const head = parse<BackupHead>(await lines.next(), file);
  if (head.format !== BACKUP_FORMAT)
    throw new OperatorError(`${file} is not a backup of the tracker.`);
  await requireSameVersion(client, head);
  await setTriggers(client, 'DISABLE');
  await makeEmpty(client);
  for (let restored = 0; ; restored += 1) {
    const next = parse<Partial<BackedUpTable> & { end?: number }>(await lines.next(), file);
    if (next.end !== undefined) {
      if (next.end !== restored) throw cutOff(file);
      await setTriggers(client, 'ENABLE');
      await goOnCounting(client);
      return restored;
    }
    const { table, columns } = next;
    if (!table || !columns) throw cutOff(file);
    await copyRows(client, { table, columns }, lines, file);
  }
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
    if (atEnd) throw cutOff(file);
    if (line === END_OF_ROWS) break;
    if (!rows.write(`${line}\n`)) {
      await Promise.race([new Promise((resolve) => rows.once('drain', resolve)), done]);
    }
  }
  rows.end();
  await done;
}

async function* linesOf(file: string): AsyncGenerator<string> {
  const bytes = createGunzip();
  const source = createReadStream(file).on('error', (error) => bytes.destroy(error));
  let rest = '';
  try {
    for await (const text of source.pipe(bytes).setEncoding('utf8')) {
      const lines = (rest + String(text)).split('\n');
      rest = lines.pop() ?? '';
      yield* lines;
    }
  } catch (error) {
    // zlib's errors alone speak of the file; any other came back through the `yield`.
    throw (error as NodeJS.ErrnoException).code?.startsWith('Z_') ? cutOff(file) : error;
  } finally {
    source.destroy();
  }
}

function parse<T>({ value, done }: IteratorResult<string>, file: string): T {
  if (done) throw cutOff(file);
  try {
    return JSON.parse(value) as T;
  } catch {
    throw cutOff(file);
  }
}

const cutOff = (file: string) =>
  new OperatorError(
    `${file} is not a backup of the tracker, or not a whole one. Nothing was changed.`,
  );

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
