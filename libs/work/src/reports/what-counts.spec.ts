import type { ReportFormat, ReportKind } from '@tracker/domain';
import { createTestDatabase, storedContent, type TestDatabase } from '@tracker/testing';
import { ReportEntity } from '@tracker/data';
import { rebuildLineage } from '../scoring';
import { runReport } from './run-report';

const today = '2024-11-20';
let database: TestDatabase;

/** What there is at each school: kind, status and day of its visits. */
const SCHOOLS: Record<string, [string, string, string][]> = {
  'Only not counting': [
    ['other', 'completed', '2024-10-01'],
    ['cycle', 'void', '2024-10-02'],
    ['cycle', 'cancelled', '2024-10-03'],
    ['cycle', 'not_held', '2024-10-04'],
    // Its day is over, and nobody has said what came of it.
    ['cycle', 'confirmed', '2024-11-19'],
  ],
  'On the day': [
    ['follow_up', 'completed', today],
    ['cycle', 'scheduled', today],
  ],
  'After the day': [
    ['cycle', 'completed', '2024-08-31'],
    ['cycle', 'completed', '2024-11-21'],
    ['cycle', 'proposed', '2024-11-22'],
    ['cycle', 'cancelled', '2024-11-23'],
    ['cycle', 'confirmed', '2024-12-03'],
  ],
  'First day': [['cycle', 'completed', '2024-09-01']],
};

beforeAll(async () => {
  database = await createTestDatabase();
  const { dataSource } = database;
  await dataSource.query(
    `INSERT INTO settings (key, value) VALUES ('kindsNotCounting', '["other"]')`,
  );
  for (const [index, [name, visits]] of Object.entries(SCHOOLS).entries()) {
    const [{ id }] = await dataSource.query(
      `INSERT INTO schools (urn, name, status, in_scope, establishment_type)
       VALUES ($1, $2, 'open', true, 'Community school') RETURNING id`,
      [100_001 + index, name],
    );
    for (const visit of visits) {
      await dataSource.query(
        `INSERT INTO visits (school_id, kind, status, visited_on, scheduled_on, voided_from,
           void_reason, voided_at)
         SELECT $1, v.kind, v.status, CASE WHEN v.status IN ('completed', 'void') THEN v.day END,
           CASE WHEN v.status NOT IN ('completed', 'void') THEN v.day END,
           CASE WHEN v.status = 'void' THEN 'completed' END,
           CASE WHEN v.status = 'void' THEN 'Logged twice' END,
           CASE WHEN v.status = 'void' THEN now() END
         FROM (VALUES ($2::text, $3::text, $4::date)) AS v (kind, status, day)`,
        [id, ...visit],
      );
    }
    const actions = [
      ['open', null],
      ['in_progress', null],
      ['done', null],
      ['dropped', null],
      ['open', 'in the bin'],
    ];
    for (const [status, bin] of name === 'First day' ? actions : []) {
      await dataSource.query(
        `INSERT INTO follow_up_actions (school_id, title, status, deleted_at)
         VALUES ($1, 'Ring', $2, CASE WHEN $3::text IS NOT NULL THEN now() END)`,
        [id, status, bin],
      );
    }
  }
  await dataSource.transaction((manager) => rebuildLineage(manager));
});
afterAll(async () => {
  await database.drop();
});

async function made(
  kind: ReportKind,
  format: ReportFormat,
  columns: string[] = [],
  madeOn = today,
) {
  const parameters = { academicYear: '2024-25', asOf: today, regionId: null, columns };
  const reports = database.dataSource.getRepository(ReportEntity);
  const asked = { kind, format, parameters, fileName: `a.${format}` } as ReportEntity;
  const { id } = await reports.save(asked);
  await runReport(database.dataSource, id, { today: madeOn });
  const { storedAs } = await reports.findOneByOrFail({ id });
  return storedContent(database.dataSource, storedAs ?? '');
}

it('figures by school are of visits that count, up to the day', async () => {
  const columns = ['visits', 'lastVisitedOn', 'dueOn', 'covered', 'bookedFor', 'openActions'];
  const lines = (await made('by_school', 'csv', ['name', ...columns])).toString().split('\r\n');
  expect(lines.slice(1, 5)).toEqual([
    '100001,Only not counting,0,,,No,,0',
    '100002,On the day,1,2024-11-20,2027-11-20,Yes,2024-11-20,0',
    '100003,After the day,0,2024-08-31,2027-08-31,No,2024-12-03,0',
    '100004,First day,1,2024-09-01,2027-09-01,Yes,,2',
  ]);
});

async function sheetsOf(madeOn = today) {
  const { default: readSheets } = await import('read-excel-file/node');
  const sheets = await readSheets(await made('workbook', 'xlsx', [], madeOn));
  return (name: string, ...headings: string[]) => {
    const [titles = [], ...data] = sheets.find(({ sheet }) => sheet === name)?.data ?? [];
    return data.map((row) =>
      headings.map((heading) => {
        const value: unknown = row[titles.indexOf(heading)];
        return value instanceof Date ? value.toISOString().slice(0, 10) : value;
      }),
    );
  };
}

it('so is the coverage in the workbook, whose visits say which of them count', async () => {
  const rows = await sheetsOf();
  expect(
    rows('Coverage', 'School', 'Covered', 'Visits in the cycle', 'Last visit', 'Booked for'),
  ).toEqual([
    ['Only not counting', 'No', 0, null, null],
    ['On the day', 'Yes', 1, today, today],
    ['After the day', 'No', 0, '2024-08-31', '2024-12-03'],
    ['First day', 'Yes', 1, '2024-09-01', null],
  ]);
  const counting = rows('Visits', 'School', 'Visited', 'Counts').filter(
    ([, , counts]) => counts === 'Yes',
  );
  expect(counting).toEqual([
    ['First day', '2024-09-01', 'Yes'],
    ['On the day', today, 'Yes'],
    ['After the day', '2024-11-21', 'Yes'],
  ]);
});

it('both have the schools of the day counted as of, though made later', async () => {
  await database.dataSource.query(
    `INSERT INTO schools (urn, name, status, in_scope, establishment_type, opened_on, closed_on)
     VALUES (100011, 'Closed since', 'closed', false, 'Community school', NULL, '2024-11-21'),
       (100012, 'Closed before', 'closed', false, 'Community school', NULL, '2024-11-19'),
       (100013, 'Opened since', 'open', true, 'Community school', '2024-11-21', NULL)`,
  );
  const names = [...Object.keys(SCHOOLS), 'Closed since'];
  const rows = await sheetsOf('2024-12-01');
  expect(rows('Coverage', 'School').flat()).toEqual(names);
  const file = await made('by_school', 'csv', ['name'], '2024-12-01');
  const lines = file.toString().trim().split('\r\n').slice(1);
  expect(lines.map((line) => line.split(',')[1])).toEqual(names);
});
