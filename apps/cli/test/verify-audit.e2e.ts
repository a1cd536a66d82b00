import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { createEmptyDatabase, createTestDatabase, type TestDatabase } from '@tracker/testing';

const main = join(__dirname, '../dist/main.js');

let database: TestDatabase;
beforeEach(async () => {
  database = await createTestDatabase();
  for (const name of ['One', 'Two', 'Three']) {
    await database.dataSource.query('INSERT INTO regions (name) VALUES ($1)', [name]);
  }
});
afterEach(() => database.drop());

/** Runs the command as an operator does: its exit code and what it printed. */
async function verify(url = database.url, ...more: string[]): Promise<[number, string]> {
  const env = {
    PATH: process.env.PATH,
    DATABASE_URL: url,
    // Asked for by every command, and of no use to this one.
    REDIS_URL: 'redis://127.0.0.1:1',
  };
  try {
    const args = [main, 'verify-audit', ...more];
    const { stdout, stderr } = await promisify(execFile)(process.execPath, args, { env });
    return [0, stdout + stderr];
  } catch (error) {
    const { code, stdout, stderr } = error as { code: number; stdout: string; stderr: string };
    return [code, stdout + stderr];
  }
}

/** What somebody can do who owns the database. */
async function tamper(sql: string): Promise<void> {
  for (const table of ['audit_entries', 'audit_seals']) {
    await database.dataSource.query(`ALTER TABLE ${table} DISABLE TRIGGER USER`);
  }
  await database.dataSource.query(sql);
}
const second = '(SELECT entry_id FROM audit_seals WHERE seq = 2)';

it('ends with 0 for a trail nobody touched, and prints its end to be kept', async () => {
  const [code, output] = await verify();
  expect([code, output]).toEqual([0, expect.stringContaining('The audit trail is whole:')]);
  const [, end = ''] = /kept elsewhere: (\d+:[0-9a-f]{64})/.exec(output) ?? [];
  expect((await verify(database.url, '--expect', end))[0]).toBe(0);
});

it.each([
  [
    'a changed entry',
    `UPDATE audit_entries SET actor = 'job' WHERE id = ${second}`,
    /^Number 2: .* has been changed\.$/m,
  ],
  [
    'a removed entry',
    `DELETE FROM audit_entries WHERE id = ${second}`,
    /^Number 2: .* has been removed\.$/m,
  ],
  ['a gap', 'DELETE FROM audit_seals WHERE seq = 2', /^Number 2 has been removed\.$/m],
])('ends with 1 and a sentence for %s', async (_, sql, sentence) => {
  await tamper(sql);
  const [code, output] = await verify();
  expect(code).toBe(1);
  expect(output).toMatch(sentence);
  expect(output).toContain('The audit trail is not as it was written.');
});

it('ends with 1 when the end that was kept is not there any more', async () => {
  const [, output] = await verify();
  const [, end = ''] = /kept elsewhere: (\d+:[0-9a-f]{64})/.exec(output) ?? [];
  const last = '(SELECT max(seq) FROM audit_seals)';
  await tamper(`DELETE FROM audit_entries WHERE id =
    (SELECT entry_id FROM audit_seals WHERE seq = ${last})`);
  await tamper(`DELETE FROM audit_seals WHERE seq = ${last}`);
  expect((await verify())[0]).toBe(0);
  expect(await verify(database.url, '--expect', end)).toEqual([
    1,
    expect.stringContaining('the end of the trail has been cut off'),
  ]);
});

it('ends with 1 and a sentence for a database without a trail', async () => {
  const empty = await createEmptyDatabase();
  try {
    const [code, output] = await verify(empty.url);
    expect([code, output]).toEqual([1, expect.stringContaining('has no audit trail yet')]);
  } finally {
    await empty.drop();
  }
});
