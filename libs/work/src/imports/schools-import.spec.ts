import type { DataSource } from 'typeorm';
import { createTestDatabase } from '@tracker/testing';
import {
  countsOf,
  csvOf,
  ImportBench,
  registerColumnsBut,
  registerRow,
} from '@tracker/testing/imports';

let database: Awaited<ReturnType<typeof createTestDatabase>>;
let dataSource: DataSource;
let bench: ImportBench;

beforeAll(async () => {
  database = await createTestDatabase();
  ({ dataSource } = database);
  bench = await ImportBench.open(dataSource);
});
beforeEach(() => bench.clear());
afterAll(async () => {
  await bench.close();
  await database.drop();
});

const none = { created: 0, updated: 0, unchanged: 0, closed: 0, rejected: 0 };
const stale = async () => {
  const rows: { urn: number }[] = await dataSource.query(
    'SELECT urn FROM stale_scores JOIN schools ON id = school_id ORDER BY urn',
  );
  return rows.map(({ urn }) => urn);
};

describe('the register', () => {
  it('takes free school meals as a fraction of 1 where the whole column is, and guesses nothing', async () => {
    const meals = async (...shares: string[]) => {
      await bench.clear();
      const rows = shares.map((share, at) => registerRow(100001 + at, { PercentageFSM: share }));
      const { register } = await bench.import('schools', csvOf(rows));
      const found: { percent: string | null }[] = await dataSource.query(
        'SELECT fsm_percent AS percent FROM schools ORDER BY urn',
      );
      return [found.map(({ percent }) => percent && Number(percent)), register?.leftOut];
    };
    expect(await meals('0.125', '0.3', '0')).toEqual([[12.5, 30, 0], 0]);
    expect(await meals('12.5', '0.8', '0.125')).toEqual([[12.5, 0.8, null], 1]);
    expect(await meals('0.8', '0.2')).toEqual([[null, null], 2]);
  });

  it('creates, updates, closes and counts what stays', async () => {
    const rows = [100001, 100002, 100003, 100004].map((urn) => registerRow(urn));
    const first = await bench.import('schools', csvOf(rows));
    expect(first).toMatchObject({ status: 'done', progress: 100, message: null });
    expect(countsOf(first)).toEqual({ ...none, created: 4 });
    expect(await stale()).toEqual([100001, 100002, 100003, 100004]);
    await dataSource.query('DELETE FROM stale_scores');

    const second = await bench.import(
      'schools',
      csvOf([
        registerRow(100001, { EstablishmentName: 'New Name' }),
        registerRow(100002, { 'EstablishmentStatus (name)': 'Closed', CloseDate: '31-08-2024' }),
        registerRow(100003),
      ]),
    );
    expect(countsOf(second)).toEqual({ ...none, updated: 1, closed: 1, unchanged: 1 });
    expect(await bench.school(100001)).toMatchObject({
      name: 'New Name',
      version: 2,
      in_scope: true,
    });
    expect(await bench.school(100002)).toMatchObject({
      ...{ status: 'closed', closed_on: '2024-08-31', in_scope: false, version: 2 },
    });
    expect(await bench.school(100003)).toMatchObject({ version: 1 });
    // Absent from the file: left alone.
    expect(await bench.school(100004)).toMatchObject({ status: 'open', version: 1 });
    // A name moves no score.
    expect(await stale()).toEqual([100002]);
  });

  it('changes nothing the second time', async () => {
    const file = csvOf([100001, 100002].map((urn) => registerRow(urn)));
    await bench.import('schools', file);
    const before = await dataSource.query('SELECT xmin, * FROM schools ORDER BY urn');
    await dataSource.query('DELETE FROM stale_scores');
    const again = await bench.import('schools', file);
    expect(countsOf(again)).toEqual({ ...none, unchanged: 2 });
    expect(await dataSource.query('SELECT xmin, * FROM schools ORDER BY urn')).toEqual(before);
    expect(await stale()).toEqual([]);
  });

  it('keeps before and after of the changed columns alone', async () => {
    await bench.import('schools', csvOf([registerRow(100001)]));
    const { id } = await bench.import(
      'schools',
      csvOf([registerRow(100001, { NumberOfPupils: 210, PercentageFSM: '13.1' })]),
    );
    const changes = await dataSource.query(
      'SELECT before, after FROM import_changes WHERE import_id = $1',
      [id],
    );
    expect(changes).toEqual([
      { before: { pupils: 200, fsm_percent: 12.5 }, after: { pupils: 210, fsm_percent: 13.1 } },
    ]);
  });

  it('does not wipe figures, places and columns that the file is silent about', async () => {
    const school = registerRow(100001, { 'Trusts (name)': 'The Trust' });
    await bench.import('schools', csvOf([school]));
    const blank = { NumberOfPupils: '', PercentageFSM: '', Easting: '', Northing: '' };
    const blanks = await bench.import('schools', csvOf([{ ...school, ...blank }]));
    expect(countsOf(blanks)).toEqual({ ...none, unchanged: 1 });
    const silent = registerColumnsBut(
      'NumberOfPupils',
      'Trusts (name)',
      'DistrictAdministrative (name)',
    );
    expect(countsOf(await bench.import('schools', csvOf([school], silent)))).toEqual({
      ...{ ...none, unchanged: 1 },
    });
    expect(await bench.school(100001)).toMatchObject({
      ...{ pupils: 200, fsm_percent: 12.5, easting: 535000, trust: 'The Trust' },
      district: 'East Hertfordshire',
    });
  });

  it('gives a school the region of its district unless a person set it or no region has the district', async () => {
    const [region]: [{ id: string }] = await dataSource.query(
      `WITH made AS (INSERT INTO regions (name) VALUES ('East') RETURNING id)
       INSERT INTO region_districts (district, region_id)
       SELECT 'East Hertfordshire', id FROM made RETURNING region_id AS id`,
    );
    await bench.import('schools', csvOf([registerRow(100001), registerRow(100002)]));
    expect(await bench.school(100001)).toMatchObject({ region_id: region.id });
    await dataSource.query(
      `UPDATE schools SET region_id = NULL, region_set_by_hand = true, notes = 'Ring first'
       WHERE urn = 100001`,
    );
    const moved = { 'DistrictAdministrative (name)': 'Stevenage' };
    await bench.import('schools', csvOf([registerRow(100001), registerRow(100002, moved)]));
    expect(await bench.school(100001)).toMatchObject({ region_id: null, notes: 'Ring first' });
    expect(await bench.school(100002)).toMatchObject({
      region_id: region.id,
      district: 'Stevenage',
    });
  });

  it('hands back bad rows with line, column and reason, and takes the others', async () => {
    const rows = [
      registerRow(100001),
      registerRow(100001),
      registerRow(0, { URN: 'ABCDEF' }),
      registerRow(100003, { OpenDate: '31-02-2024' }),
      registerRow(100004, { NumberOfPupils: -5 }),
      registerRow(100005),
    ];
    const done = await bench.import('schools', csvOf(rows));
    expect(countsOf(done)).toEqual({ ...none, created: 2, rejected: 4 });
    expect(await bench.rejections(done.id)).toEqual([
      expect.objectContaining({ line: 3, column: 'URN' }),
      expect.objectContaining({ line: 4, column: 'URN' }),
      expect.objectContaining({
        line: 5,
        column: 'OpenDate',
        message: '31-02-2024 is not a date.',
      }),
      expect.objectContaining({ line: 6, column: 'NumberOfPupils' }),
    ]);
  });

  it('takes the authorities asked for and passes over the rest', async () => {
    const rows = [registerRow(100001), registerRow(100002, { 'LA (code)': '823' })];
    const done = await bench.import('schools', csvOf(rows), { options: { laCodes: ['919'] } });
    expect(done).toMatchObject({ created: 1, skipped: 1, rejected: 0 });
  });

  it('counts in a dry run and writes nothing but counts and rejections', async () => {
    await bench.import('schools', csvOf([registerRow(100001)]));
    const before = await dataSource.query('SELECT * FROM schools');
    await dataSource.query('DELETE FROM stale_scores');
    const rows = [registerRow(100001, { Town: 'Hoddesdon' }), registerRow(100002), { URN: 'x' }];
    const dry = await bench.import('schools', csvOf(rows), { dryRun: true });
    expect(dry.status).toBe('done');
    expect(countsOf(dry)).toEqual({ ...none, created: 1, updated: 1, rejected: 1 });
    expect(await bench.rejections(dry.id)).toHaveLength(1);
    expect(await dataSource.query('SELECT * FROM schools')).toEqual(before);
    expect(await stale()).toEqual([]);
    const changes = 'SELECT count(*) FROM import_changes WHERE import_id = $1';
    expect(await dataSource.query(changes, [dry.id])).toEqual([{ count: 0 }]);
  });

  it.each([
    ['a header and nothing below it', csvOf([]), /no rows under them/],
    [
      'no column for the URN',
      csvOf([registerRow(1)], registerColumnsBut('URN')),
      /no column “URN”/,
    ],
  ])('fails with a sentence for %s', async (_, file, sentence) => {
    const failed = await bench.import('schools', file);
    expect(failed).toMatchObject({ status: 'failed', message: expect.stringMatching(sentence) });
    expect(await dataSource.query('SELECT 1 FROM schools')).toEqual([]);
  });
});
