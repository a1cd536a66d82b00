import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { createTestDatabase, type TestDatabase } from '@tracker/testing';

const main = join(__dirname, '../dist/main.js');

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());

/** Runs the command as an operator does: its exit code and what it printed. */
async function verify(...more: string[]): Promise<[number, string]> {
  const env = {
    PATH: process.env.PATH,
    DATABASE_URL: database.url,
    // Asked for by every command, and of no use to this one.
    REDIS_URL: 'redis://127.0.0.1:1',
  };
  try {
    const args = [main, 'verify-standings', ...more];
    const { stdout, stderr } = await promisify(execFile)(process.execPath, args, { env });
    return [0, stdout + stderr];
  } catch (error) {
    const { code, stdout, stderr } = error as { code: number; stdout: string; stderr: string };
    return [code, stdout + stderr];
  }
}

it('names the school that stands otherwise than its records say, and puts it right', async () => {
  const { dataSource } = database;
  await dataSource.query(
    `INSERT INTO schools (urn, name, status, in_scope)
     VALUES (100001, 'Oak School', 'open', true), (100002, 'Elm School', 'open', true)`,
  );
  await dataSource.query('INSERT INTO school_lineage SELECT id, id FROM schools');
  await dataSource.query(
    `INSERT INTO visits (school_id, status, visited_on) SELECT id, 'completed', '2024-09-02' FROM schools`,
  );
  expect(await verify()).toEqual([0, 'Every school stands as its records say.\n']);
  // As a repair by hand with triggers switched off leaves it.
  await dataSource.query('ALTER TABLE visits DISABLE TRIGGER USER');
  await dataSource.query(
    `UPDATE visits SET visited_on = '2024-09-03'
     WHERE school_id = (SELECT id FROM schools WHERE urn = 100002)`,
  );
  await dataSource.query('ALTER TABLE visits ENABLE TRIGGER USER');
  await dataSource.query('DELETE FROM stale_scores');
  const [code, output] = await verify();
  expect([code, output]).toEqual([
    1,
    expect.stringMatching(/^100002 Elm School\n.*1 school not as the records say/s),
  ]);
  expect(await verify('--mend')).toEqual([0, expect.stringContaining('Put right: 1 school.')]);
  expect(await verify()).toEqual([0, 'Every school stands as its records say.\n']);
  const days: { day: string }[] = await dataSource.query(
    'SELECT last_visited_on AS day FROM school_standings ORDER BY 1',
  );
  expect(days.map(({ day }) => day)).toEqual(['2024-09-02', '2024-09-03']);
  expect(await dataSource.query('SELECT FROM stale_scores')).toHaveLength(2);
}, 60_000);
