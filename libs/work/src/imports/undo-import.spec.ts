import type { DataSource } from 'typeorm';
import { createTestDatabase } from '@tracker/testing';
import { csvOf, ImportBench, registerRow } from '@tracker/testing/imports';
import { ImportConflict } from './import-problem';
import { requestUndo, undoImport } from './undo-import';

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

const schools = () => dataSource.query('SELECT * FROM schools ORDER BY urn');
const withoutVersion = (rows: Record<string, unknown>[]) =>
  rows.map(({ version: _v, updated_at: _u, ...rest }) => rest);

it('takes back a whole import: what it created, updated and closed', async () => {
  await bench.import('schools', csvOf([100001, 100002, 100003].map((urn) => registerRow(urn))));
  const before = withoutVersion(await schools());
  const { id } = await bench.import(
    'schools',
    csvOf([
      registerRow(100001, { EstablishmentName: 'Renamed', NumberOfPupils: 250 }),
      registerRow(100002, { 'EstablishmentStatus (name)': 'Closed', CloseDate: '31-08-2024' }),
      registerRow(100009),
    ]),
  );
  await dataSource.query('DELETE FROM stale_scores');

  const undone = await undoImport(dataSource, id);

  expect(undone).toMatchObject({ status: 'undone', message: null });
  expect(withoutVersion(await schools())).toEqual(before);
  const stale = await dataSource.query(
    'SELECT urn FROM stale_scores JOIN schools ON id = school_id ORDER BY urn',
  );
  expect(stale).toEqual([{ urn: 100002 }]);
});

it('leaves alone what was changed since, column by column, and says so', async () => {
  await bench.import('schools', csvOf([registerRow(100001)]));
  const { id } = await bench.import(
    'schools',
    csvOf([registerRow(100001, { Town: 'Hertford', NumberOfPupils: 250 })]),
  );
  await bench.import(
    'schools',
    csvOf([registerRow(100001, { Town: 'Hertford', NumberOfPupils: 300 })]),
  );

  const undone = await undoImport(dataSource, id);

  expect(await bench.school(100001)).toMatchObject({ town: 'Ware', pupils: 300 });
  expect(undone.message).toBe(
    '1 school was changed since and keeps its new values: School 100001.',
  );
});

it('keeps a created school that something hangs on, and says so', async () => {
  const urns = [100001, 100002, 100003, 100004];
  const { id } = await bench.import('schools', csvOf(urns.map((urn) => registerRow(urn))));
  const idOf = async (urn: number) => (await bench.school(urn))?.id;
  await dataSource.query(`INSERT INTO visits (school_id, status) VALUES ($1, 'proposed')`, [
    await idOf(100001),
  ]);
  await dataSource.query(
    `INSERT INTO contacts (school_id, name, role) VALUES ($1, 'Ms Day', 'music_lead')`,
    [await idOf(100002)],
  );
  await bench.import('schools', csvOf([registerRow(100003, { Town: 'Hertford' })]));

  const undone = await undoImport(dataSource, id);

  expect((await schools()).map(({ urn }: { urn: number }) => urn)).toEqual(urns.slice(0, 3));
  expect(undone.message).toMatch(
    /^3 schools stay on record .*: School 100001, School 100002, School 100003\.$/,
  );
});

it('puts a school that it moved back into the region of its district', async () => {
  const [east, north]: { id: string }[] = await dataSource.query(
    `INSERT INTO regions (name) VALUES ('East'), ('North') RETURNING id`,
  );
  await dataSource.query(
    `INSERT INTO region_districts VALUES ('East Hertfordshire', $1), ('Stevenage', $2)`,
    [east?.id, north?.id],
  );
  await bench.import('schools', csvOf([registerRow(100001), registerRow(100002)]));
  const moved = { 'DistrictAdministrative (name)': 'Stevenage' };
  const { id } = await bench.import(
    'schools',
    csvOf([100001, 100002].map((urn) => registerRow(urn, moved))),
  );
  expect(await bench.school(100001)).toMatchObject({ region_id: north?.id });
  await dataSource.query('UPDATE schools SET region_set_by_hand = true WHERE urn = 100002');

  await undoImport(dataSource, id);

  expect(await bench.school(100001)).toMatchObject({ region_id: east?.id });
  expect(await bench.school(100002)).toMatchObject({
    ...{ region_id: north?.id, district: 'East Hertfordshire' },
  });
});

it('decides anew who is in scope when only a part could be put back', async () => {
  await bench.import('schools', csvOf([registerRow(100001)]));
  const closed = { 'EstablishmentStatus (name)': 'Closed' };
  const independent = { 'TypeOfEstablishment (name)': 'Other independent school' };
  const { id } = await bench.import('schools', csvOf([registerRow(100001, closed)]));
  await bench.import('schools', csvOf([registerRow(100001, { ...closed, ...independent })]));

  await undoImport(dataSource, id);

  expect(await bench.school(100001)).toMatchObject({ status: 'open', in_scope: false });
});

it('takes back links and the visits inherited through them', async () => {
  const closed = { 'EstablishmentStatus (name)': 'Closed' };
  await bench.import('schools', csvOf([registerRow(100001, closed), registerRow(100002)]));
  const links = 'URN,LinkURN,LinkType,LinkEstablishedDate\n100001,100002,Successor,01-09-2023\n';
  const { id } = await bench.import('school-links', links);
  const lineage = () =>
    dataSource.query('SELECT 1 FROM school_lineage WHERE school_id <> ancestor_id');
  expect(await lineage()).toHaveLength(1);

  await undoImport(dataSource, id);

  expect(await lineage()).toHaveLength(0);
  expect(await dataSource.query('SELECT * FROM school_links')).toEqual([]);
});

it('deletes visits it brought, but for those changed since', async () => {
  await bench.import('schools', csvOf([registerRow(100001), registerRow(100002)]));
  const sheet = 'URN,Date of visit,Notes\n100001,3/5/2022,Choir\n100002,4/5/2022,Band\n';
  const { id } = await bench.import('visits', sheet);
  await dataSource.query(`UPDATE visit_outcomes SET summary = 'Brass band' WHERE summary = 'Band'`);

  const undone = await undoImport(dataSource, id);

  expect(await dataSource.query('SELECT summary FROM visit_outcomes')).toEqual([
    { summary: 'Brass band' },
  ]);
  expect(undone.message).toMatch(/^1 visit stays .*: School 100002 on /);
});

it.each([
  ['a dry run', { dryRun: true }, /dry run/],
  ['a failed import', {}, /failed/],
])('refuses %s', async (_, options, sentence) => {
  const file = 'dryRun' in options ? csvOf([registerRow(100001)]) : csvOf([]);
  const { id } = await bench.import('schools', file, options);
  await expect(requestUndo(dataSource.manager, id, null)).rejects.toThrow(sentence);
  await expect(undoImport(dataSource, id)).rejects.toThrow(ImportConflict);
});

it('refuses to undo twice', async () => {
  const { id } = await bench.import('schools', csvOf([registerRow(100001)]));
  await requestUndo(dataSource.manager, id, null);
  await expect(requestUndo(dataSource.manager, id, null)).rejects.toThrow('being undone');
  await undoImport(dataSource, id);
  await expect(requestUndo(dataSource.manager, id, null)).rejects.toThrow('undone already');
  await expect(undoImport(dataSource, id)).rejects.toThrow('undone already');
});
