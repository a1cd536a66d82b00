import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ReportKind, ReportFormat, ReportParameters } from '@tracker/domain';
import type { DataSource } from 'typeorm';
import { createTestDatabase, storedContent, type TestDatabase } from '@tracker/testing';
import { ReportEntity } from '@tracker/data';
import { rebuildLineage } from '../scoring';
import { runReport } from './run-report';
import { sweepReports } from './sweep-reports';

// Tens of thousands of rows, on machines of any speed.
jest.setTimeout(60_000);

let database: TestDatabase;
let dataSource: DataSource;
let dataDir: string;
const today = '2024-11-20';
const options = () => ({ dataDir, today });
const YEAR: ReportParameters = {
  ...{ academicYear: '2024-25', asOf: today, regionId: null, columns: [] },
};
const EVERY_YEAR: ReportParameters = { ...YEAR, academicYear: null };

beforeAll(async () => {
  database = await createTestDatabase();
  ({ dataSource } = database);
  dataDir = await mkdtemp(join(tmpdir(), 'tracker-reports-'));
  await fill();
});
beforeEach(async () => {
  await dataSource.query('DELETE FROM reports');
  await dataSource.query('DELETE FROM stored_files');
});
afterAll(async () => {
  await database.drop();
  await rm(dataDir, { recursive: true, force: true });
});

/** Two schools and a third that followed the second; 8,000 visits at the first, in five years. */
async function fill(): Promise<void> {
  const question = (key: string, type: string, options: object[] = []) => ({
    ...{ key, type, text: `What of ${key}?`, section: null, help: null, required: false },
    ...{ phases: [], options, unit: null, min: null, max: null, decimals: 0, low: null },
    ...{ high: null, showWhen: null },
  });
  const questions = [
    question('budget', 'money'),
    question('choir', 'yes_no'),
    question('wants', 'several_choices', [
      { key: 'loan', label: 'Loans of instruments', alone: false },
      { key: 'band', label: 'A band', alone: false },
    ]),
  ];
  await dataSource.query(`INSERT INTO regions (id, name) VALUES
    ('00000000-0000-4000-8000-00000000000a', 'West'), ('00000000-0000-4000-8000-00000000000b', 'Bare')`);
  await dataSource.query(
    `INSERT INTO schools (urn, name, status, in_scope, establishment_type, phase, region_id, pupils, fsm_percent, opened_on, closed_on)
     VALUES (100001, 'Mill Lane', 'open', true, 'Community school', 'Primary', '00000000-0000-4000-8000-00000000000a', 210, 12.5, NULL, NULL),
       (100002, 'Old Oak', 'closed', false, 'Community school', 'Primary', NULL, 90, NULL, NULL, '2024-08-31'),
       (100003, '=New Oak', 'open', true, 'Academy converter', 'Primary', NULL, 95, 40, '2024-09-01', NULL)`,
  );
  await dataSource.query(`INSERT INTO school_links (predecessor_urn, successor_urn, link_type)
    VALUES (100002, 100003, 'Successor')`);
  await dataSource.transaction((manager) => rebuildLineage(manager));
  await dataSource.query(
    `INSERT INTO visits (school_id, kind, status, visited_on)
     SELECT s.id, 'cycle', 'completed', '2019-09-02'::date + n / 5 FROM schools s, generate_series(1, 8000) n
     WHERE s.urn = 100001`,
  );
  await dataSource.query(
    `INSERT INTO visits (school_id, kind, status, visited_on, scheduled_on, cancelled_by, cancel_reason)
     SELECT s.id, 'cycle', x.status, x.visited::date, x.scheduled::date, x.by, x.reason FROM schools s
     JOIN (VALUES (100002, 'completed', '2024-05-01', NULL, NULL, NULL), (100003, 'completed', '2024-10-02', NULL, NULL, NULL),
       (100003, 'cancelled', NULL, '2024-11-04', 'school', 'Inspection'), (100003, 'scheduled', NULL, '2025-01-14', NULL, NULL),
       (100003, 'proposed', NULL, NULL, NULL, NULL)) AS x (urn, status, visited, scheduled, by, reason) ON x.urn = s.urn`,
  );
  await dataSource.query(
    `INSERT INTO visit_outcomes (visit_id, summary, engagement_level, engagement_reason)
     SELECT id, 'Keen', 3, 'Asked for more' FROM visits WHERE visited_on = '2024-10-02'
       AND school_id = (SELECT id FROM schools WHERE urn = 100003)`,
  );
  await dataSource.query(
    `INSERT INTO visit_outcome_tags (visit_id, tag_id) SELECT o.visit_id, t.id FROM visit_outcomes o,
       (SELECT id FROM outcome_tags WHERE kind = 'need' ORDER BY label LIMIT 1) t WHERE o.summary = 'Keen'`,
  );
  const [{ id: surveyId }] = await dataSource.query(
    'INSERT INTO surveys (created_by_id) VALUES (NULL) RETURNING id',
  );
  const [{ id: versionId }] = await dataSource.query(
    `INSERT INTO survey_versions (survey_id, number, title, questions, published_at)
     VALUES ($1, 1, 'Have Your Say', $2, now()) RETURNING id`,
    [surveyId, JSON.stringify(questions)],
  );
  const [{ id: responseId, schoolId }] = await dataSource.query(
    `INSERT INTO survey_responses (school_id, survey_version_id, source, visit_id, answered_on, submitted_at)
     SELECT v.school_id, $1, 'visit', v.id, v.visited_on, now() FROM visits v
     JOIN visit_outcomes o ON o.visit_id = v.id RETURNING id, school_id AS "schoolId"`,
    [versionId],
  );
  for (const [key, value] of Object.entries({
    budget: 350,
    choir: true,
    wants: ['band', 'loan'],
  })) {
    await dataSource.query('INSERT INTO survey_answers VALUES ($1, $2, $3, $4)', [
      ...[responseId, key, schoolId, JSON.stringify(value)],
    ]);
  }
  await dataSource.query(
    `INSERT INTO follow_up_actions (school_id, title, due_on) SELECT id, '=Ring', '2025-01-06' FROM schools WHERE urn = 100003`,
  );
}

const queue = (kind: ReportKind, format: ReportFormat, parameters: ReportParameters) =>
  dataSource
    .getRepository(ReportEntity)
    .save({ kind, format, parameters, fileName: `a.${format}` } as ReportEntity);
const stored = (id: string) => dataSource.getRepository(ReportEntity).findOneByOrFail({ id });
const files = async (): Promise<string[]> =>
  (await dataSource.query('SELECT id FROM stored_files ORDER BY id')).map(
    ({ id }: { id: string }) => id,
  );
const contentOf = (storedAs: string) => storedContent(dataSource, storedAs);

async function made(kind: ReportKind, format: ReportFormat, parameters: ReportParameters) {
  const { id } = await queue(kind, format, parameters);
  await runReport(dataSource, id, options());
  const report = await stored(id);
  if (report.status !== 'done' || !report.storedAs) throw new Error(`${report.message}`);
  const bytes = await contentOf(report.storedAs);
  expect(bytes).toHaveLength(report.bytes ?? -1);
  return { report, bytes };
}

describe('the workbook', () => {
  const sheetsOf = async (parameters: ReportParameters) => {
    const { bytes } = await made('workbook', 'xlsx', parameters);
    const { default: readSheets } = await import('read-excel-file/node');
    const sheets = await readSheets(bytes);
    return Object.fromEntries(sheets.map(({ sheet, data }) => [sheet, data]));
  };
  const column = (rows: unknown[][] | undefined, heading: string) => {
    const at = rows?.[0]?.indexOf(heading) ?? -1;
    return rows?.slice(1).map((row) => row[at]);
  };

  it('has a sheet for each kind of record, with numbers and days as such', async () => {
    const sheets = await sheetsOf(EVERY_YEAR);
    expect(Object.keys(sheets)).toEqual([
      ...['About', 'Visits', 'Outcomes', 'Survey answers', 'Actions', 'Coverage'],
    ]);
    expect(sheets.Visits).toHaveLength(1 + 8_005);
    expect(column(sheets.About, 'Rows')?.slice(0, 5)).toEqual([8_005, 1, 1, 1, 2]);
    expect(column(sheets.Visits, 'URN')?.[0]).toBe(100_001);
    expect(column(sheets.Visits, 'Visited')?.[0]).toEqual(new Date('2019-09-02T00:00:00Z'));
    expect(column(sheets.Outcomes, 'Engagement, 1 to 4')).toEqual([3]);
    expect(column(sheets['Survey answers'], 'What of budget? (budget)')).toEqual([350]);
    expect(column(sheets['Survey answers'], 'What of choir? (choir)')).toEqual(['Yes']);
    expect(column(sheets['Survey answers'], 'What of wants? (wants)')).toEqual([
      'A band, Loans of instruments',
    ]);
    expect(column(sheets.Actions, 'Action')).toEqual(['=Ring']);
    expect(column(sheets.Coverage, 'Covered')).toEqual(['No', 'Yes']);
    expect(column(sheets.Coverage, 'Booked for')).toEqual([null, new Date('2025-01-14T00:00:00Z')]);
  });

  it('of a year and a region has what belongs to them', async () => {
    const ofYear = await sheetsOf({ ...YEAR, academicYear: '2023-24', asOf: '2024-08-31' });
    const days = column(ofYear.Visits, 'Visited') as Date[];
    expect(days[0]).toEqual(new Date('2023-09-01T00:00:00Z'));
    expect(days.at(-1)).toEqual(new Date('2024-05-01T00:00:00Z'));
    expect(column(ofYear.Visits, 'School')?.at(-1)).toBe('Old Oak');
    expect(column(ofYear.Coverage, 'Covered')).toEqual(['Yes', 'Yes']);
    const bare = await sheetsOf({ ...YEAR, regionId: '00000000-0000-4000-8000-00000000000b' });
    expect(Object.values(bare).map((rows) => rows.length)).toEqual([10, 1, 1, 1, 1, 1]);
  });
});

describe('figures by school', () => {
  const columns = ['name', 'visits', 'lastVisitedOn', 'covered', 'needs', 'answer:budget'];

  it('are keyed by URN, in the columns chosen, with what predecessors had', async () => {
    const { bytes } = await made('by_school', 'csv', { ...YEAR, columns });
    const lines = bytes.toString().split('\r\n');
    expect(lines[0]).toBe(
      '\ufeffURN,School,Visits in the year,Last visit,Covered in the cycle,Needs,What of budget? (budget)',
    );
    expect(lines[1]).toBe('100001,Mill Lane,0,2024-01-19,No,,');
    expect(lines[2]).toMatch(/^100003,'=New Oak,1,2024-10-02,Yes,[^,]+,350$/);
    const before = { ...YEAR, academicYear: '2023-24', asOf: '2024-08-31', columns };
    const old = (await made('by_school', 'csv', before)).bytes.toString().split('\r\n');
    expect(old[2]).toBe('100002,Old Oak,1,2024-05-01,Yes,,');
  });

  it('are there in every column there is', async () => {
    const { SCHOOL_COLUMNS } = await import('@tracker/domain');
    const keys = SCHOOL_COLUMNS.map(({ key }) => key);
    const { bytes } = await made('by_school', 'xlsx', { ...YEAR, columns: keys });
    const { default: readSheets } = await import('read-excel-file/node');
    const [sheet] = await readSheets(bytes);
    expect(sheet?.data[0]).toHaveLength(keys.length + 1);
    expect(sheet?.data).toHaveLength(3);
  });
});

describe('made once', () => {
  it('when two workers take it at one time', async () => {
    const { id } = await queue('workbook', 'xlsx', EVERY_YEAR);
    const both = [runReport(dataSource, id, options()), runReport(dataSource, id, options())];
    expect((await Promise.all(both)).sort()).toEqual([false, true]);
    const report = await stored(id);
    expect(report).toMatchObject({ status: 'done', progress: 100, attempts: 1 });
    expect(await files()).toEqual([report.storedAs]);
  });

  it('when a worker dies half-way and another begins anew', async () => {
    const { id } = await queue('workbook', 'xlsx', EVERY_YEAR);
    const running = runReport(dataSource, id, options());
    const outcome = running.then(
      () => 'finished',
      () => 'broke off',
    );
    // As when the process or the server dies: the connection with the lock is gone.
    let killed = 0;
    while (killed === 0) {
      const rows: unknown[] = await dataSource.query(
        `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
         WHERE datname = current_database() AND query LIKE 'FETCH%sheet_1'`,
      );
      killed = rows.length;
    }
    expect(await outcome).toBe('broke off');
    expect(await stored(id)).toMatchObject({ status: 'running', storedAs: null });
    expect(await files()).toEqual([]);
    expect(await sweepReports(dataSource, options())).toBe(1);
    const report = await stored(id);
    expect(report).toMatchObject({ status: 'done', attempts: 2 });
    expect(await files()).toEqual([report.storedAs]);
    expect(await sweepReports(dataSource, options())).toBe(0);
  });

  it('when one that was thought dead comes second', async () => {
    const { id } = await queue('workbook', 'xlsx', EVERY_YEAR);
    const slow = { ...options(), onProgress: () => undefined };
    const running = runReport(dataSource, id, slow);
    while ((await stored(id)).status !== 'running') await new Promise(setImmediate);
    await dataSource.query('UPDATE reports SET attempts = attempts + 1 WHERE id = $1', [id]);
    await running;
    expect(await stored(id)).toMatchObject({ status: 'running', storedAs: null });
    expect(await files()).toEqual([]);
  });

  it('and no more after it took its worker down three times', async () => {
    const { id } = await queue('workbook', 'xlsx', YEAR);
    await dataSource.query(`UPDATE reports SET status = 'running', attempts = 3 WHERE id = $1`, [
      id,
    ]);
    await sweepReports(dataSource, options());
    expect(await stored(id)).toMatchObject({
      ...{ status: 'failed', message: expect.stringMatching(/broke off each time/) },
    });
  });
});

it('tells how far it has come', async () => {
  const { id } = await queue('workbook', 'xlsx', EVERY_YEAR);
  const told: number[] = [];
  await runReport(dataSource, id, { ...options(), onProgress: (percent) => told.push(percent) });
  expect(told.length).toBeGreaterThan(0);
  expect(told).toEqual([...told].sort((a, b) => a - b));
});

it('fails with a sentence when the database has no room for the file', async () => {
  await dataSource.query(`CREATE FUNCTION has_no_room() RETURNS trigger LANGUAGE plpgsql AS
    $$BEGIN RAISE EXCEPTION 'could not extend file' USING ERRCODE = '53100'; END$$`);
  await dataSource.query(`CREATE TRIGGER has_no_room BEFORE INSERT ON stored_file_chunks
    EXECUTE FUNCTION has_no_room()`);
  const { id } = await queue('workbook', 'xlsx', YEAR);
  await runReport(dataSource, id, options());
  expect(await stored(id)).toMatchObject({
    status: 'failed',
    message: expect.stringMatching(/^The file could not be written: the disk of the database/),
  });
  expect(await files()).toEqual([]);
  await dataSource.query('DROP FUNCTION has_no_room CASCADE');
  const { id: later } = await queue('workbook', 'xlsx', YEAR);
  expect(await sweepReports(dataSource, options())).toBe(1);
  expect(await stored(later)).toMatchObject({ status: 'done' });
});

it('writes down that it was made, and for whom, before its first row', async () => {
  const { report } = await made('by_school', 'csv', { ...YEAR, columns: ['name'] });
  const entries = await dataSource.query(
    `SELECT action, actor FROM audit_entries WHERE record_id = $1 ORDER BY id`,
    [report.id],
  );
  expect(entries.map(({ action }: { action: string }) => action)).toEqual([
    ...['created', 'changed', 'exported', 'changed'],
  ]);
});

it('takes away the files of expired and removed reports, and what was left half-written', async () => {
  const { report: kept } = await made('workbook', 'xlsx', YEAR);
  const { report: expired } = await made('workbook', 'xlsx', YEAR);
  const { report: removed } = await made('workbook', 'xlsx', YEAR);
  await dataSource.query(
    `UPDATE reports SET expires_at = now() - interval '1 minute' WHERE id = $1`,
    [expired.id],
  );
  await dataSource.query('DELETE FROM reports WHERE id = $1', [removed.id]);
  const [[{ id: young }]] = await Promise.all(
    ['1 hour', '25 hours'].map((age) =>
      dataSource.query(
        `INSERT INTO stored_files (id, purpose, created_at)
         VALUES (gen_random_uuid(), 'report', now() - $1::interval) RETURNING id`,
        [age],
      ),
    ),
  );
  await sweepReports(dataSource, options());
  expect(await files()).toEqual([kept.storedAs, young].sort());
  const chunks = await dataSource.query('SELECT DISTINCT file_id AS id FROM stored_file_chunks');
  expect(chunks).toEqual([{ id: kept.storedAs }]);
});
