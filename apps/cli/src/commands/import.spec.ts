import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { OperatorError } from '@tracker/process';
import { Command } from 'commander';
import { createTestDatabase, type TestDatabase } from '@tracker/testing';
import { csvOf, registerRow } from '@tracker/testing/imports';
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
    'School register from register.csv: 1 created, 0 updated, 0 closed, 0 unchanged, 1 rejected, 1 skipped.\n' +
      '1 created school is in the visiting cycle.\n' +
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
    /1 created, .* 0 rejected, 1 skipped\.\n.*1 row skipped, above the column names/,
  );
});

it('asks about what only a person can say, and takes the answer', async () => {
  await tracker('schools', await write('register.csv', csvOf([registerRow(500001)])));
  const list = await write('asked.csv', 'URN,Date,OK?\n500001,4/5/2022,Y\n');
  const asked = await tracker('visits', list);
  expect(asked).toMatch(/0 created, .* 1 rejected/);
  expect(asked).toMatch(/--answer held-0-2=yes_held/);
  expect(await tracker('visits', list, '--answer', 'held-0-2=yes_held')).toMatch(/1 created/);
  await expect(tracker('visits', list, '--sheet', 'Nowhere')).rejects.toThrow(/no sheet called/);
});

it.each([
  ['a file that is not there', 'nothing.csv', undefined, /There is no file .*nothing\.csv\./],
  ['a file that is no register', 'other.csv', 'a,b\n1,2\n', /The file has no column “URN”/],
  ['an empty file', 'empty.csv', '', /The file is empty/],
])('ends with a sentence for %s', async (_, name, text, sentence) => {
  const path = text === undefined ? join(folder, name) : await write(name, text);
  const ended = tracker('schools', path);
  await expect(ended).rejects.toThrow(OperatorError);
  await expect(ended).rejects.toThrow(sentence);
});

describe('a calendar', () => {
  const christmas = { 'christmas holiday': ['2026-12-21', '2027-01-01'] };
  const year = { term_start: '2026-09-01', last_day: '2027-07-22', holidays: christmas };
  const years = () =>
    database.dataSource.query('SELECT year, first_day::text AS first FROM school_years');

  it('of term dates is looked at, taken over and then known', async () => {
    const file = await write('terms.json', JSON.stringify({ years: { '2026-27': year } }));
    const line =
      'Term dates from terms.json:\n  2026-27: Tue 1 Sep 2026 to Thu 22 Jul 2027, 1 holiday';
    expect(await tracker('term-dates', file, '--dry-run')).toBe(
      `${line} (new)\nThis was a dry run: nothing was changed.`,
    );
    expect(await years()).toEqual([]);
    expect(await tracker('term-dates', file)).toBe(`${line} (new)`);
    expect(await years()).toEqual([{ year: '2026-27', first: '2026-09-01' }]);
    expect(await tracker('term-dates', file)).toBe(`${line} (as it was already)`);
  });

  it('of bank holidays is taken as gov.uk publishes it', async () => {
    const events = [{ title: 'Christmas Day', date: '2026-12-25', notes: '', bunting: true }];
    const division = { division: 'england-and-wales', events };
    const file = await write('days.json', JSON.stringify({ 'england-and-wales': division }));
    expect(await tracker('bank-holidays', file)).toBe(
      'Bank holidays from days.json:\n  2026: 1 bank holiday (new)',
    );
  });

  it.each([
    ['a day that is none', 'bad.json', /2026-27: the last day of school is “soon”/],
    ['no JSON', 'broken.json', /broken\.json cannot be imported\. Nothing was changed\./],
    ['a file that is not there', 'gone.json', /There is no file .*gone\.json\./],
  ])('with %s ends with a sentence and changes nothing', async (_, name, sentence) => {
    const before = await years();
    const bad = { years: { '2026-27': { ...year, last_day: 'soon' } } };
    if (name === 'bad.json') await write(name, JSON.stringify(bad));
    if (name === 'broken.json') await write(name, '{"years":');
    const ended = tracker('term-dates', join(folder, name));
    await expect(ended).rejects.toThrow(OperatorError);
    await expect(ended).rejects.toThrow(sentence);
    expect(await years()).toEqual(before);
  });
});
