import { join } from 'node:path';
import { writeFile } from 'node:fs/promises';
import type { DataSource } from 'typeorm';
import { createTestDatabase } from '@tracker/testing';
import { countsOf, csvOf, ImportBench, registerRow } from '@tracker/testing/imports';
import { makeWorkbook } from '../../../files/src/reading/testing/make-files';
import { previewVisitSheet } from './preview-visit-sheet';

let database: Awaited<ReturnType<typeof createTestDatabase>>;
let dataSource: DataSource;
let bench: ImportBench;

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
      registerRow(100001, { EstablishmentName: "St Mary's JMI School", Town: 'Ware' }),
      registerRow(100002, { EstablishmentName: "St Mary's Primary School", Town: 'Tring' }),
      registerRow(100003, { EstablishmentName: 'Hilltop School', Town: 'Ware', ...closed }),
      registerRow(100004, {
        EstablishmentName: 'Hilltop Academy',
        Town: 'Ware',
        OpenDate: '01-09-2022',
      }),
    ]),
  );
  await bench.import('school-links', 'URN,LinkURN,LinkType\n100003,100004,Successor\n');
  await dataSource.query('DELETE FROM stale_scores');
});
afterAll(async () => {
  await bench.close();
  await database.drop();
});

const none = { created: 0, updated: 0, unchanged: 0, closed: 0, rejected: 0 };
const visits = () =>
  dataSource.query(
    `SELECT s.urn, v.visited_on AS day, v.status, v.kind, v.visitor_id AS "visitorId",
       v.visitor_note AS "visitorNote", o.met_with AS "metWith", o.summary
     FROM visits v JOIN visit_outcomes o ON o.visit_id = v.id JOIN schools s ON s.id = v.school_id
     ORDER BY v.visited_on`,
  );

const SHEET = `Visits of the hub,,,,
School,Town,Date of visit,Visited by,Notes
Saint Mary's,Ware,3/5/2022,ana  DAY,"Choir of 40, wants a band"
St. Mary's Primary,Tring,44700,Bob Gone,
`;

it('brings completed visits, schools found by name and town, visitors by name', async () => {
  const [ana]: [{ id: string }] = await dataSource.query(
    `INSERT INTO users (name, email, role, password_hash)
     VALUES ('Ana Day', 'ana@example.org', 'regional', 'x') RETURNING id`,
  );
  const done = await bench.import('visits', SHEET, { fileName: 'visits.csv' });
  expect(done).toMatchObject({ ...none, status: 'done', created: 2 });
  expect(await visits()).toEqual([
    {
      ...{ urn: 100001, day: '2022-05-03', status: 'completed', kind: 'cycle', metWith: null },
      ...{ visitorId: ana.id, visitorNote: null, summary: 'Choir of 40, wants a band' },
    },
    {
      ...{ urn: 100002, day: '2022-05-19', status: 'completed', kind: 'cycle', metWith: null },
      ...{ visitorId: null, visitorNote: 'Bob Gone' },
      summary: 'No notes were kept. Imported from visits.csv.',
    },
  ]);
  const stale = 'SELECT urn FROM stale_scores JOIN schools ON id = school_id ORDER BY 1';
  expect(await dataSource.query(stale)).toEqual([{ urn: 100001 }, { urn: 100002 }]);
});

it('does not bring a school and day twice', async () => {
  await bench.import('visits', SHEET);
  const again = await bench.import('visits', SHEET);
  expect(countsOf(again)).toEqual({ ...none, unchanged: 2 });
  const twice = 'URN,Date of visit\n100001,1/2/2023\n100001,01-02-2023\n';
  expect(countsOf(await bench.import('visits', twice))).toEqual({
    ...{ ...none, created: 1, unchanged: 1 },
  });
});

it('knows a visit under the old school when the list names the new one', async () => {
  await bench.import('visits', 'URN,Date of visit\n100003,1/2/2022\n');
  const done = await bench.import(
    'visits',
    'URN,Date of visit\n100004,1/2/2022\n100004,2/2/2023\n',
  );
  expect(countsOf(done)).toEqual({ ...none, created: 1, unchanged: 1 });
});

it('hands back ambiguous and unknown schools with the likeliest ones, and bad days', async () => {
  const sheet = `School,Town,Date
St Mary's,,3/5/2022
Hiltop Towers,Ware,3/5/2022
Hilltop,Ware,31/2/2022
Hilltop,Ware,1/1/2030
Hilltop,Ware,4/5/2023
`;
  const done = await bench.import('visits', sheet);
  expect(countsOf(done)).toEqual({ ...none, created: 1, rejected: 4 });
  const [ambiguous, unknown, noDay, future] = await bench.rejections(done.id);
  expect(ambiguous).toMatchObject({ line: 2, column: 'School' });
  expect(ambiguous?.message).toMatch(/Ware, URN 100001.*Tring, URN 100002/);
  expect(unknown?.message).toMatch(/Closest: .*Hilltop/);
  expect(noDay).toMatchObject({ line: 4, column: 'Date', message: '31/2/2022 is not a date.' });
  expect(future?.message).toMatch(/future/);
});

it('reads the columns as a person matched them', async () => {
  const sheet = 'A,B,C\nnothing,100001,3/5/2022\n';
  const refused = await bench.import('visits', sheet);
  expect(refused).toMatchObject({ status: 'failed', message: expect.stringMatching(/No column/) });
  const options = { headerLine: 1, mapping: { urn: 1, visitedOn: 2 } };
  expect(await bench.import('visits', sheet, { options })).toMatchObject({ created: 1 });
  const beyond = await bench.import('visits', sheet, { options: { ...options, headerLine: 9 } });
  expect(beyond).toMatchObject({ status: 'failed', message: expect.stringMatching(/Line 9/) });
});

it('shows how a list would be read', async () => {
  const path = join(bench.dataDir, 'sheet.csv');
  await writeFile(path, SHEET);
  expect(await previewVisitSheet(path)).toEqual({
    sheet: null,
    headerLine: 2,
    header: ['School', 'Town', 'Date of visit', 'Visited by', 'Notes'],
    mapping: { schoolName: 0, town: 1, visitedOn: 2, visitor: 3, summary: 4 },
    sample: [
      ["Saint Mary's", 'Ware', '3/5/2022', 'ana  DAY', 'Choir of 40, wants a band'],
      ["St. Mary's Primary", 'Tring', '44700', 'Bob Gone', ''],
    ],
  });
});

it('reads the sheet with the visits of a workbook that begins with a cover, as previewed', async () => {
  const workbook = makeWorkbook({
    Cover: [
      ['Music hub', 'Author'],
      ['Visits to schools', 'Ana Day'],
    ],
    Visits: [
      ['URN (if known)', 'School', 'Date of visit'],
      [100001, "St Mary's JMI School", { day: 44_700 }],
    ],
  });
  const path = join(bench.dataDir, 'workbook');
  await writeFile(path, workbook);
  expect(await previewVisitSheet(path)).toMatchObject({
    ...{ sheet: 'Visits', headerLine: 1, mapping: { urn: 0, schoolName: 1, visitedOn: 2 } },
  });
  const done = await bench.import('visits', workbook, { options: { headerLine: 1 } });
  expect(countsOf(done)).toEqual({ ...none, created: 1 });
});

it('knows a visit that was taken to another school when the list still has it at the first', async () => {
  const list = 'URN,Date of visit,Notes\n100001,1/2/2022,Choir\n';
  await bench.import('visits', list);
  await dataSource.query(`
    INSERT INTO visit_events (visit_id, kind, school_id_before, school_id, why)
    SELECT v.id, 'rehomed', v.school_id, s.id, 'Wrong school' FROM visits v, schools s
    WHERE s.urn = 100002`);
  await dataSource.query(
    `UPDATE visits SET school_id = (SELECT id FROM schools WHERE urn = 100002)`,
  );
  expect(countsOf(await bench.import('visits', list))).toEqual({ ...none, unchanged: 1 });
  // At the school it is at now it is the same visit too.
  const mended = 'URN,Date of visit,Notes\n100002,1/2/2022,Choir\n';
  expect(countsOf(await bench.import('visits', mended))).toEqual({ ...none, unchanged: 1 });
});

it('takes a name remembered for a school that closed to the one that followed it', async () => {
  await dataSource.query(`
    INSERT INTO known_names (kind, key, name, school_id)
    SELECT 'school', 'top', 'The Top', id FROM schools WHERE urn = 100003`);
  await bench.import('visits', 'School,Date of visit\nThe Top,1/2/2022\nThe Top,1/2/2023\n');
  expect((await visits()).map(({ urn, day }: { urn: number; day: string }) => [urn, day])).toEqual([
    [100003, '2022-02-01'],
    [100004, '2023-02-01'],
  ]);
  await dataSource.query('DELETE FROM known_names');
});

it('takes a month for its 1st only once somebody has said so, and says so in the notes', async () => {
  const list = 'URN,Date of visit,Notes\n100001,Jan 2022,Choir\n100002,2/2/2022,\n';
  const asked = await bench.import('visits', list);
  expect(countsOf(asked)).toEqual({ ...none, created: 1, rejected: 1 });
  const options = { answers: { 'months-0': 'first' } };
  const done = await bench.import('visits', list, { options });
  expect(countsOf(done)).toEqual({ ...none, created: 1, unchanged: 1 });
  expect((await visits())[0]).toMatchObject({
    ...{ urn: 100001, day: '2022-01-01' },
    summary: 'Only the month is known: Jan 2022.\n\nChoir',
  });
  // Sent again it is the same visit.
  const again = await bench.import('visits', list, { options });
  expect(countsOf(again)).toEqual({ ...none, unchanged: 2 });
});
