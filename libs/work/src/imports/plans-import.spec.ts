import type { DataSource } from 'typeorm';
import { MusicDevelopmentPlanEntity } from '@tracker/data';
import { createTestDatabase } from '@tracker/testing';
import { countsOf, csvOf, ImportBench, registerRow, TODAY } from '@tracker/testing/imports';
import { AbstractLogger } from 'typeorm';
import { makeWorkbook } from '../../../files/src/reading/testing/make-files';
import { applyDryRun } from './create-import';
import { requestUndo, undoImport } from './undo-import';

// Thousands of rows, on machines of any speed.
jest.setTimeout(60_000);

let database: Awaited<ReturnType<typeof createTestDatabase>>;
let dataSource: DataSource;
let bench: ImportBench;
let ana: string;

beforeAll(async () => {
  database = await createTestDatabase();
  ({ dataSource } = database);
  bench = await ImportBench.open(dataSource);
});
beforeEach(async () => {
  await bench.clear();
  const closed = { 'EstablishmentStatus (name)': 'Closed', CloseDate: '31-08-2022' };
  await bench.import(
    'schools',
    csvOf([
      registerRow(100001, { EstablishmentName: 'Alder Primary School', Town: 'Ware' }),
      registerRow(100002, { EstablishmentName: 'Alder Primary School', Town: 'Tring' }),
      registerRow(100003, { EstablishmentName: 'Hilltop School', ...closed }),
      registerRow(100004, { EstablishmentName: 'Birch School' }),
    ]),
  );
  [{ id: ana }] = await dataSource.query(
    `INSERT INTO users (name, email, role, password_hash)
     VALUES ('Ana Day', 'ana@example.org', 'head', 'x') RETURNING id`,
  );
  await dataSource.query('DELETE FROM stale_scores');
});
afterAll(async () => {
  await bench.close();
  await database.drop();
});

const none = { created: 0, updated: 0, unchanged: 0, closed: 0, rejected: 0 };
const importPlans = (content: string | Buffer, options = {}) =>
  bench.import('plans', content, { requestedById: ana, ...options });
const plans = () =>
  dataSource.query(
    `SELECT s.urn, p.academic_year AS "from", p.last_academic_year AS "to", p.url,
       p.known_on AS day, p.known_from AS by
     FROM music_development_plans p JOIN schools s ON s.id = p.school_id
     ORDER BY s.urn, p.known_from, p.academic_year`,
  );
const looks = () =>
  dataSource.query(
    `SELECT s.urn, k.looked_on AS day, k.result, k.looked_by_id AS "byId"
     FROM plan_looks k JOIN schools s ON s.id = k.school_id ORDER BY s.urn`,
  );

const LIST = `Music development plans,,,,,
School,Town,Link,Academic year,Date seen,On website?
Alder Primary,Ware,www.alder.example/music,2024-25,12/10/2024,Yes
100003,,,2023/24,,
Birch School,,none found,,14/10/2024,No
Alder Primary,,alder.example,2024-25,,
Oak School,,oak.example,2024-25,,
Birch School,,birch.example,,14/10/2024,
,,,,,
`;

it('brings plans seen and looks in vain, and hands back the rest with its reason', async () => {
  const done = await importPlans(LIST, { fileName: 'plans.csv' });
  expect(done).toMatchObject({
    ...{ ...none, status: 'done', created: 3, rejected: 3, skipped: 1 },
    message:
      '1 row gives no day, so its plan counts as seen on Wed 20 Nov 2024, the day of the import.',
  });
  expect(await plans()).toEqual([
    {
      ...{ urn: 100001, from: '2024-25', to: '2024-25', by: 'seen', day: '2024-10-12' },
      url: 'https://www.alder.example/music',
    },
    { urn: 100003, from: '2023-24', to: '2023-24', url: null, day: TODAY, by: 'seen' },
  ]);
  expect(await looks()).toEqual([{ urn: 100004, day: '2024-10-14', result: 'none', byId: ana }]);
  expect(await bench.rejections(done.id)).toEqual([
    {
      ...{ line: 6, column: 'School' },
      message:
        'More than one school could be “Alder Primary”: Alder Primary School (Ware, URN 100001); Alder Primary School (Tring, URN 100002).',
    },
    { line: 7, column: 'School', message: 'No school on record is called “Oak School”.' },
    { line: 8, column: 'Academic year', message: 'Say which academic year the plan covers.' },
  ]);
  const stale = 'SELECT urn FROM stale_scores JOIN schools ON id = school_id ORDER BY 1';
  expect(await dataSource.query(stale)).toEqual([
    ...[{ urn: 100001 }, { urn: 100003 }, { urn: 100004 }],
  ]);
  const [{ count }]: [{ count: number }] = await dataSource.query(
    `SELECT count(*)::int AS count FROM audit_entries
     WHERE entity IN ('music_development_plans', 'plan_looks') AND source = $1`,
    [done.id],
  );
  expect(count).toBe(3);
  expect(countsOf(await importPlans(LIST))).toEqual({ ...none, unchanged: 3, rejected: 3 });
});

it('changes a plan where the file is newer, and leaves one with its document alone', async () => {
  const school = await bench.school(100004);
  const on = { schoolId: school?.id as string, recordedById: ana, academicYear: '2024-25' };
  await dataSource.getRepository(MusicDevelopmentPlanEntity).insert([
    { ...on, lastAcademicYear: '2024-25', knownFrom: 'document', knownOn: '2024-09-01' },
    {
      ...{ ...on, lastAcademicYear: '2024-25', knownFrom: 'seen', knownOn: '2024-10-01' },
      ...{ url: 'https://old.example/', goneOn: '2024-11-01' },
    },
  ]);
  const header = 'URN,Year,URL,Seen\n';
  const older = `${header}100004,2024-25,new.example,30/9/2024\n`;
  expect(countsOf(await importPlans(older))).toEqual({ ...none, unchanged: 1 });
  const undated = await importPlans(`${header}100004,2024-25,new.example,\n`);
  expect(await bench.rejections(undated.id)).toEqual([
    {
      ...{ line: 2, column: 'Seen' },
      message:
        'The plan from 2024-25 on that is on record, seen on Tue 1 Oct 2024, has another address. Say on which day this one was seen.',
    },
  ]);
  const newer = `${header}100004,2024-26,new.example,2/10/2024\n`;
  const done = await importPlans(newer);
  expect(countsOf(done)).toEqual({ ...none, updated: 1 });
  const document = { urn: 100004, from: '2024-25', to: '2024-25', by: 'document' };
  const asDocument = { ...document, url: null, day: '2024-09-01' };
  const seen = { urn: 100004, from: '2024-25', by: 'seen' };
  expect(await plans()).toEqual([
    asDocument,
    { ...seen, to: '2025-26', url: 'https://new.example/', day: '2024-10-02' },
  ]);
  await dataSource.transaction((manager) => requestUndo(manager, done.id, ana));
  expect(await undoImport(dataSource, done.id)).toMatchObject({ message: null });
  const restored = { ...seen, to: '2024-25', url: 'https://old.example/', day: '2024-10-01' };
  expect(await plans()).toEqual([asDocument, restored]);
  const [row] = await dataSource
    .getRepository(MusicDevelopmentPlanEntity)
    .findBy({ knownFrom: 'seen' });
  expect(row?.goneOn).toBe('2024-11-01');
});

it('takes the later of two rows, and days that may be swapped are handed back', async () => {
  const file = `URN,Year,URL,Seen
100001,2024-25,a.example,1/10/2024
100001,2024-25,b.example,13/10/2024
100001,2024-25,b.example,13/10/2024
100001,2023-24,c.example,
100001,2023-24,d.example,
`;
  const done = await importPlans(file);
  expect(done).toMatchObject({ created: 2, rejected: 2, skipped: 1 });
  expect(await bench.rejections(done.id)).toEqual([
    {
      ...{ line: 2, column: 'URN' },
      message: 'Of this school and academic year only line 3 is taken, which has a later day.',
    },
    {
      ...{ line: 6, column: 'URN' },
      message: 'Of this school and academic year only line 5 is taken, which is for them already.',
    },
  ]);
  const american = 'URN,Year,Seen\n100002,2024-25,10/14/2024\n100004,2024-25,3/10/2024\n';
  const other = await importPlans(american);
  expect(await bench.rejections(other.id)).toEqual([
    ...[
      '“10/14/2024” is no whole day. Write it like 12/10/2026.',
      'Some days of this column can only have the month first, so this one is not certain. Write its month as a word.',
    ].map((message, at) => ({ line: at + 2, column: 'Seen', message })),
  ]);
});

it('is checked first, and undone but for what was changed since', async () => {
  const dryRun = await importPlans(LIST, { dryRun: true });
  expect(countsOf(dryRun)).toEqual({ ...none, created: 3, rejected: 3 });
  expect([await plans(), await looks()]).toEqual([[], []]);
  const { id } = await dataSource.transaction((manager) => applyDryRun(manager, dryRun.id, ana));
  await bench.run(id);
  expect([(await plans()).length, (await looks()).length]).toEqual([2, 1]);
  await dataSource.query(
    `UPDATE music_development_plans SET url = 'https://other.example/' WHERE url IS NOT NULL`,
  );
  await dataSource.query(`UPDATE plan_looks SET result = 'no_site'`);
  await dataSource.transaction((manager) => requestUndo(manager, id, ana));
  expect(await undoImport(dataSource, id)).toMatchObject({
    status: 'undone',
    message:
      '1 plan was changed since and stays: Alder Primary School from 2024-25 on. 1 look for a plan was changed since and stays: Birch School on Mon 14 Oct 2024.',
  });
  expect(await plans()).toMatchObject([{ urn: 100001, url: 'https://other.example/' }]);
});

it('reads the one sheet of a workbook that lists plans', async () => {
  const SMDPs = [
    ['School', 'Year', 'Seen'],
    ['Birch School', '2024-25', { day: 45577 }],
  ];
  const book = makeWorkbook({ Notes: [['Who looks where']], SMDPs });
  const done = await importPlans(book, { fileName: 'plans.xlsx' });
  expect(done).toMatchObject({ status: 'done', created: 1, message: null });
  expect(await plans()).toMatchObject([{ urn: 100004, day: '2024-10-12' }]);
  const twice = await importPlans(makeWorkbook({ SMDPs, Old: SMDPs }));
  expect(twice).toMatchObject({
    status: 'failed',
    message:
      'More than one sheet lists plans: “SMDPs”, “Old”. Save the one to import as a file of its own.',
  });
});

it.each([
  [
    'URN,EstablishmentName,TypeOfEstablishment (name),EstablishmentStatus (name)\n100001,A,B,Open\n',
    'This looks like a file of the school register; choose “School register” to import it.',
  ],
  [
    'School,Year\n',
    'The file has column names but no rows under them, so there is nothing to import.',
  ],
  [
    'School,Notes\nAlder,1/1/2024\n',
    'The file has no row of column names with the school (“URN” or “School”) and its plan (“Address”, “Academic year”, “Seen on”).',
  ],
])('refuses %j', async (content, message) => {
  expect(await importPlans(content)).toMatchObject({ status: 'failed', message });
});

it('does not say who looked where nobody is named', async () => {
  const done = await importPlans('URN,Has plan,Seen\n100001,No,1/10/2024\n', {
    requestedById: null,
  });
  expect(await bench.rejections(done.id)).toMatchObject([
    {
      message:
        'A row that says that none was found needs the person who looked. Import the file on the website, where it is the person signed in.',
    },
  ]);
});

/** Hears what an import asks of schools and plans. */
class Listener extends AbstractLogger {
  readonly heard: string[] = [];
  override logQuery(statement: string): void {
    if (/staged_plans|_plans|_looks|schools|known_names/.test(statement))
      this.heard.push(statement);
  }
  protected override writeLog(): void {}
}

it('asks once for each thousand rows, and else as often for one row as for thousands', async () => {
  const urns = Array.from({ length: 3_000 }, (_, at) => 200_000 + at);
  await bench.import('schools', csvOf(urns.map((urn) => registerRow(urn))));
  const file = (year: string, of: readonly number[]) =>
    `URN,Year,URL,Seen\n${of.map((urn) => `${urn},${year},s${urn}.example,1/10/2024`).join('\n')}\n`;
  const before = dataSource.logger;
  const listener = new Listener('all');
  dataSource.logger = listener;
  try {
    const one = await importPlans(file('2023-24', urns.slice(0, 1)));
    const forOne = listener.heard.splice(0).length;
    const many = await importPlans(file('2024-25', urns));
    expect([one, many].map(({ created }) => created)).toEqual([1, 3_000]);
    expect(forOne).toBeGreaterThan(10);
    expect(listener.heard).toHaveLength(forOne + 2);
  } finally {
    dataSource.logger = before;
  }
});
