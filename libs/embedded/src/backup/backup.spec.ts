import { randomBytes } from 'node:crypto';
import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { createTestDatabase, type TestDatabase } from '@tracker/testing';
import { verifyAudit } from '@tracker/data';
import { OperatorError } from '@tracker/process';
import { backup } from './backup';
import { restore } from './restore';

// A backup restored and compared row by row takes seconds on a busy machine.
jest.setTimeout(60_000);

/** An upload that takes up what it has: nothing packs it. */
const FILE = '5f0a7c1e-8d5b-4a57-9a53-0f4c1f6f2b11';

let folder: string;
let source: TestDatabase;
let file: string;
/** Refuses every damaged file, and stays as it is. */
let untouched: TestDatabase;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'tracker-backup-'));
  file = join(folder, 'tracker.backup');
  source = await createTestDatabase();
  await source.dataSource.query(`
    INSERT INTO users (name, email, role, password_hash) VALUES ('Zoë "Z" O''Hara', 'z@test.example', 'head', 'x')`);
  await source.dataSource.query(`
    INSERT INTO regions (name, lead_user_id) SELECT 'North', id FROM users`);
  await source.dataSource.query(
    `INSERT INTO schools (urn, name, status, in_scope, notes, region_id)
     SELECT 100000 + n, 'School ' || n, 'open', true, $1, (SELECT id FROM regions)
     FROM generate_series(1, 1000) n`,
    ['Line one\nline two\t\\. tab, "quotes", back\\slash, 💥'],
  );
  await source.dataSource.query(
    `INSERT INTO visits (school_id, status, visited_on) SELECT id, 'completed', '2024-02-29' FROM schools`,
  );
  await backup(source.url, `${file}.without-files`);
  const chunk = (seq: number) => [FILE, seq, randomBytes(512 * 1024)];
  await source.dataSource.query(
    `INSERT INTO stored_files (id, purpose, bytes) VALUES ($1, 'upload', 2097152)`,
    [FILE],
  );
  for (let seq = 0; seq < 4; seq += 1) {
    await source.dataSource.query('INSERT INTO stored_file_chunks VALUES ($1, $2, $3)', chunk(seq));
  }
  await backup(source.url, file);
  untouched = await createTestDatabase();
  await untouched.dataSource.query(`INSERT INTO regions (name) VALUES ('Before')`);
});

afterAll(async () => {
  await source.drop();
  await untouched.drop();
  await rm(folder, { recursive: true, force: true });
});

const COUNTED = [
  'users',
  'regions',
  'schools',
  'visits',
  'visit_cycles',
  'audit_entries',
  'audit_seals',
  'stored_files',
  'stored_file_chunks',
];

async function content(database: TestDatabase): Promise<unknown> {
  return Promise.all(
    COUNTED.map((table) =>
      database.dataSource.query(
        `SELECT count(*)::int AS rows, md5(string_agg(t::text, '|' ORDER BY t::text)) AS sum FROM "${table}" t`,
      ),
    ),
  );
}

async function withTarget(work: (target: TestDatabase) => Promise<void>): Promise<void> {
  const target = await createTestDatabase();
  try {
    await work(target);
  } finally {
    await target.drop();
  }
}

// A whole database is written twice, on a machine that may be busy.
jest.setTimeout(120_000);

it('brings every record into an empty database, to the letter, and overwrites none', () =>
  withTarget(async (target) => {
    await restore(target.url, file);
    const restored = await content(target);
    expect(restored).toEqual(await content(source));
    // Never overwrites what people put there.
    await expect(restore(target.url, file)).rejects.toThrow('has users or schools already');
    expect(await content(target)).toEqual(restored);
    // The audit trail goes on where it was.
    await target.dataSource.query(`UPDATE regions SET name = 'South'`);
    expect(await verifyAudit(target.dataSource)).toMatchObject({ faults: [] });
  }));

it('is readable by its owner alone', async () => {
  expect((await stat(file)).mode & 0o777).toBe(0o600);
});

it('holds uploads and reports once, and not at twice their size', async () => {
  const without = await stat(`${file}.without-files`);
  const files = (await stat(file)).size - without.size;
  expect(files).toBeGreaterThan(2_097_152);
  expect(files).toBeLessThan(2_097_152 * 1.2);
});

const packed = (...lines: unknown[]) =>
  gzipSync(
    lines.map((line) => `${typeof line === 'string' ? line : JSON.stringify(line)}\n`).join(''),
  );
/** The backup's own lines, changed and packed again: its sum is right, its content is not. */
async function repacked(change: (text: string) => string): Promise<Buffer> {
  return gzipSync(change(gunzipSync(await readFile(file)).toString('utf8')));
}
/** The backup with one bit of its packed content turned over. */
async function withFlippedBit(at: number): Promise<Buffer> {
  const bytes = await readFile(file);
  const place = Math.floor(bytes.length * at);
  bytes[place] = (bytes[place] ?? 0) ^ 0x10;
  return bytes;
}
const firstLine = (text: string) => text.slice(0, text.indexOf('\n') + 1);

it.each([
  ['a file cut off', async () => (await readFile(file)).subarray(0, 20_000)],
  ['one without its last bytes', async () => (await readFile(file)).subarray(0, -6)],
  ['one cut off within its sum', async () => (await readFile(file)).subarray(0, -1)],
  ['one with a wrong bit at its beginning', () => withFlippedBit(0.02)],
  ['one with a wrong bit in the middle', () => withFlippedBit(0.5)],
  ['one with a wrong bit near its end', () => withFlippedBit(0.98)],
  ['one with something after its end', () => repacked((text) => `${text}more\n`)],
  [
    'one without its last table',
    () => repacked((text) => text.replace(/\{"end":\d+\}/, '{"end":3}')),
  ],
  [
    'one with a table that there is not',
    () => repacked((text) => text.replace('"table":"visits"', '"table":"pg_authid"')),
  ],
  [
    'one with a column that there is not',
    () => repacked((text) => text.replace(/("table":"schools".*?)"urn"/, '$1"colour"')),
  ],
  [
    'one with rows that are none',
    () => repacked((text) => text.replaceAll('completed', 'perhaps')),
  ],
  [
    'one with a day that is none',
    () => repacked((text) => text.replaceAll('2024-02-29', '2023-02-29')),
  ],
  ['one of the head alone', () => repacked(firstLine)],
  ['a head that says nothing', async () => packed('null')],
  ['a head of another kind', async () => packed({ format: 'something else', migrations: [] })],
  [
    'a head without a version',
    async () => packed({ format: 'school-engagement-tracker backup 1' }),
  ],
  [
    'a line without an end',
    async () => gzipSync(Buffer.alloc(300 * 1024 * 1024, 'a'), { level: 1 }),
  ],
  ['a file of another kind', async () => Buffer.from('PK not ours')],
  ['a packed file of another kind', async () => packed('URN,EstablishmentName', '1,Hilltop')],
  ['an archive', async () => Buffer.concat([Buffer.from('PK\x03\x04'), Buffer.alloc(5_000)])],
  ['an empty file', async () => Buffer.alloc(0)],
])('says of %s that it is not a whole backup, and changes nothing', async (name, make) => {
  const broken = join(folder, 'broken.backup');
  await writeFile(broken, await make());
  const there = await content(untouched);
  const { entries } = await verifyAudit(untouched.dataSource);
  const before = process.memoryUsage().rss;
  const refusal: unknown = await restore(untouched.url, broken).catch((error: unknown) => error);
  expect(refusal).toBeInstanceOf(OperatorError);
  expect((refusal as Error).message).toBe(
    `${broken} is not a backup of the tracker, or not a whole one. Nothing was changed.`,
  );
  expect(process.memoryUsage().rss - before).toBeLessThan(500 * 1024 * 1024);
  expect(await content(untouched)).toEqual(there);
  // Not even the triggers: what is written next is in the audit trail.
  await untouched.dataSource.query('UPDATE regions SET name = $1', [name]);
  expect((await verifyAudit(untouched.dataSource)).entries).toBeGreaterThan(entries);
});

it('says that a folder is none', async () => {
  await expect(restore(untouched.url, folder)).rejects.toThrow(/cannot be read|not a backup/);
  await expect(restore(untouched.url, folder)).rejects.toBeInstanceOf(OperatorError);
});

it('holds what waited, ends who was signed in, and keeps what schools have in hand', () =>
  withTarget(async (target) => {
    const { dataSource } = source;
    const [{ id }] = await dataSource.query('SELECT id FROM users');
    await dataSource.query(
      `INSERT INTO sessions (token_hash, user_id, expires_at) VALUES ('a', $1, now() + interval '1 day')`,
      [id],
    );
    await dataSource.query(
      `INSERT INTO account_links (token_hash, purpose, user_id, expires_at)
       VALUES ('b', 'reset', $1, now() + interval '1 day')`,
      [id],
    );
    await dataSource.query(`INSERT INTO calendar_feeds (user_id, token_hash) VALUES ($1, 'c')`, [
      id,
    ]);
    await dataSource.query(
      `INSERT INTO mails (kind, dedupe_key, status, to_address, subject, body) VALUES
       ('daily_digest', 'one', 'waiting', 'z@test.example', 's', 'b'),
       ('daily_digest', 'two', 'failed', 'z@test.example', 's', 'b')`,
    );
    const later = join(folder, 'later.backup');
    await backup(source.url, later);
    expect(await restore(target.url, later)).toMatchObject({
      ...{ heldMails: 1, endedSessions: 1, endedLinks: 1 },
    });
    const [state] = await target.dataSource.query(
      `SELECT (SELECT count(*) FROM sessions WHERE revoked_at IS NULL) AS sessions,
         (SELECT count(*) FROM account_links) AS links,
         (SELECT count(*) FROM calendar_feeds) AS feeds,
         (SELECT count(*) FROM mails WHERE held_at IS NOT NULL) AS held`,
    );
    expect(state).toEqual({ sessions: 0, links: 0, feeds: 1, held: 1 });
  }));

it('refuses a backup of another version', () =>
  withTarget(async (target) => {
    await target.dataSource.query(`INSERT INTO migrations (timestamp, name) VALUES (1, 'Later1')`);
    await expect(restore(target.url, file)).rejects.toThrow('another version of the tracker');
  }));

it('says when there is no such file, or it cannot be written', async () => {
  await expect(restore(source.url, join(folder, 'none'))).rejects.toThrow('There is no file');
  await expect(backup(source.url, join(folder, 'no/such/folder'))).rejects.toThrow(
    'cannot be written',
  );
});
