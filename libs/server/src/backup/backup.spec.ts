import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createTestDatabase, type TestDatabase } from '../../testing';
import { verifyAudit } from '../audit';
import { backup } from './backup';
import { restore } from './restore';

// A backup restored and compared row by row takes seconds on a busy machine.
jest.setTimeout(60_000);

let folder: string;
let source: TestDatabase;
let file: string;

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
     FROM generate_series(1, 5000) n`,
    ['Line one\nline two\t\\. tab, "quotes", back\\slash, 💥'],
  );
  await source.dataSource.query(
    `INSERT INTO visits (school_id, status, visited_on) SELECT id, 'completed', '2024-02-29' FROM schools`,
  );
  await backup(source.url, file);
});

afterAll(async () => {
  await source.drop();
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
jest.setTimeout(30_000);

it('brings every record into an empty database, to the letter', () =>
  withTarget(async (target) => {
    await restore(target.url, file);
    expect(await content(target)).toEqual(await content(source));
    // The audit trail goes on where it was.
    await target.dataSource.query(`UPDATE regions SET name = 'South'`);
    expect(await verifyAudit(target.dataSource)).toMatchObject({ faults: [] });
  }));

it('is readable by its owner alone', async () => {
  expect((await stat(file)).mode & 0o777).toBe(0o600);
});

it('never overwrites what people put there', () =>
  withTarget(async (target) => {
    await restore(target.url, file);
    await expect(restore(target.url, file)).rejects.toThrow('has users or schools already');
    expect(await content(target)).toEqual(await content(source));
  }));

it.each([
  ['a file cut off', async () => (await readFile(file)).subarray(0, 20_000)],
  ['a file of another kind', async () => Buffer.from('PK not ours')],
  ['an empty file', async () => Buffer.alloc(0)],
])('says of %s that it is not a whole backup, and changes nothing', (_, make) =>
  withTarget(async (target) => {
    const broken = join(folder, 'broken.backup');
    await writeFile(broken, await make());
    await expect(restore(target.url, broken)).rejects.toThrow('not a whole one');
    const [{ n }] = await target.dataSource.query('SELECT count(*)::int AS n FROM schools');
    expect(n).toBe(0);
  }),
);

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
