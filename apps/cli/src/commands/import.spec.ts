import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { OperatorError } from '@tracker/server';
import { Command } from 'commander';
import { createTestDatabase, type TestDatabase } from '../../../../libs/server/testing';
import { csvOf, registerRow } from '../../../../libs/server/testing/imports';
import { registerImport } from './import';

let database: TestDatabase;
let folder: string;
const before = { ...process.env };
beforeAll(async () => {
  database = await createTestDatabase();
  folder = await mkdtemp(join(tmpdir(), 'tracker-cli-'));
  Object.assign(process.env, { DATABASE_URL: database.url, TRACKER_DATA_DIR: folder });
});
afterAll(async () => {
  process.env = before;
  await database.drop();
  await rm(folder, { recursive: true, force: true });
});

/** Runs `tracker import ...` and gives what it printed. */
async function tracker(...args: string[]): Promise<string> {
  const printed: string[] = [];
  const log = jest
    .spyOn(console, 'log')
    .mockImplementation((line: string) => void printed.push(line));
  const error = jest.spyOn(console, 'error').mockImplementation(() => undefined);
  try {
    const program = new Command('tracker').exitOverride();
    registerImport(program);
    await program.parseAsync(['import', ...args], { from: 'user' });
    return printed.join('\n');
  } finally {
    log.mockRestore();
    error.mockRestore();
  }
}
async function write(name: string, text: string): Promise<string> {
  const path = join(folder, name);
  await writeFile(path, text);
  return path;
}

it('imports, says what it did, and ranks the schools', async () => {
  const rows = [
    registerRow(500001),
    registerRow(500002, { 'LA (code)': '823' }),
    registerRow(500001),
  ];
  const file = await write('register.csv', csvOf(rows));
  const dry = await tracker('schools', file, '--la', '919,926', '--dry-run');
  expect(dry).toContain('This was a dry run: nothing was changed.');
  expect(await database.dataSource.query('SELECT 1 FROM schools')).toEqual([]);

  expect(await tracker('schools', file, '--la', '919,926')).toBe(
    'School register from register.csv: 1 created, 0 updated, 0 closed, 0 unchanged, 1 rejected, 1 passed over.\n' +
      '  line 4, URN: URN 500001 is already on line 2; only that line was taken.',
  );
  expect(await database.dataSource.query('SELECT state FROM priority_scores')).toEqual([
    { state: 'never_visited' },
  ]);
});

it('imports visits of a list whose header a person points out', async () => {
  await tracker('schools', await write('register.csv', csvOf([registerRow(500001)])));
  const list = await write('visits.csv', 'URN,Date\nURN,Date of visit\n500001,3/5/2022\n');
  expect(await tracker('visits', list, '--header-line', '2')).toMatch(
    /1 created, .* 0 rejected\.$/,
  );
});

it.each([
  ['a file that is not there', 'nothing.csv', undefined, /There is no file .*nothing\.csv\./],
  ['a file that is no register', 'other.csv', 'a,b\n1,2\n', /The file has no column "URN"/],
  ['an empty file', 'empty.csv', '', /The file is empty/],
])('ends with a sentence for %s', async (_, name, text, sentence) => {
  const path = text === undefined ? join(folder, name) : await write(name, text);
  const ended = tracker('schools', path);
  await expect(ended).rejects.toThrow(OperatorError);
  await expect(ended).rejects.toThrow(sentence);
});
