import { DEFAULT_PLAN_RULES } from '@tracker/domain';
import { COUNT_COVERAGE, mendStandings } from '@tracker/data';
import type { DataSource } from 'typeorm';
import { createTestDatabase, type TestDatabase } from '@tracker/testing';
import { type ListSpec, readListQuery } from '../src/http/list-query';
import type { Transactions } from '../src/http/transactions';
import { READ_RANK } from '../src/priority-queue/priority-queue.queries';
import { PriorityQueueService } from '../src/priority-queue/priority-queue.service';
import { QUEUE_SPEC } from '../src/priority-queue/queue-list';
import { SCHOOL_SPEC } from '../src/schools/school-list';
import { SchoolsService } from '../src/schools/schools.service';
import { VISIT_SPEC } from '../src/visits/visit-list';
import { VisitsService } from '../src/visits/visits.service';

// What a list costs where there are many schools shows in its plan: what walks a whole table, or sorts
// it, grows with the hub.

jest.setTimeout(90_000);

const TODAY = '2024-11-20';
const SCHOOLS = 20_000;
/** The tables with rows for each school. */
const GROWING = ['schools', 'visits', 'school_lineage', 'school_standings', 'priority_scores'];
/** Rows that may be sorted, or looked through, for one page. */
const FEW = 2_000;
let database: TestDatabase;
let dataSource: DataSource;
beforeAll(async () => {
  database = await createTestDatabase();
  ({ dataSource } = database);
  await fill();
});
afterAll(() => database.drop());

/** Each school with a visit a year, one in fifty with a visit to come. */
async function fill(): Promise<void> {
  const tables = ['schools', 'visits', 'school_lineage'];
  for (const table of tables) await dataSource.query(`ALTER TABLE ${table} DISABLE TRIGGER USER`);
  await dataSource.query(
    `WITH made AS (INSERT INTO regions (name) SELECT 'Region ' || n FROM generate_series(0, 199) n
       RETURNING id, name)
     INSERT INTO schools (urn, name, status, in_scope, search_text, notes, region_id, closed_on)
     SELECT 100000 + n, named.name, CASE WHEN n % 40 = 0 THEN 'closed' ELSE 'open' END, n % 40 <> 0,
       ' ' || lower(named.name) || ' ' || n || ' ', repeat(named.name, 15), r.id,
       CASE WHEN n % 40 = 0 THEN date '2023-01-01' END
     FROM generate_series(1, $1::int) n
       CROSS JOIN LATERAL (SELECT 'School ' || md5(n::text) AS name) named
       JOIN made r ON r.name = 'Region ' || n % 200`,
    [SCHOOLS],
  );
  await dataSource.query(`INSERT INTO school_lineage SELECT id, id FROM schools`);
  await dataSource.query(
    `INSERT INTO visits (school_id, status, visited_on)
     SELECT id, 'completed', date '2024-11-01' - (urn * 7919 % 2000) - y * 400
     FROM schools, generate_series(0, 1) y WHERE urn % 20 <> 0`,
  );
  await dataSource.query(
    `INSERT INTO visits (school_id, status, scheduled_on)
     SELECT id, 'scheduled', date '2024-11-10' + urn % 40 FROM schools WHERE urn % 50 = 0`,
  );
  for (const table of tables) await dataSource.query(`ALTER TABLE ${table} ENABLE TRIGGER USER`);
  await dataSource.transaction((manager) => mendStandings(manager));
  await dataSource.query(
    `INSERT INTO priority_scores (school_id, state, band, score, factors, last_visited_on)
     SELECT school_id, (ARRAY['overdue', 'due', 'on_track'])[1 + s.urn % 3], 1 + s.urn % 3, s.urn % 1000 / 10.0, to_json(repeat(md5(s.urn::text), 20)), t.last_visited_on
     FROM school_standings t JOIN schools s ON s.id = t.school_id WHERE s.in_scope`,
  );
  await dataSource.query(
    `INSERT INTO queue_holds (school_id, kind, reason, until_on)
     SELECT id, 'pin', 'x', '2025-01-01' FROM schools WHERE urn % 4000 = 1`,
  );
  // An index alone answers of rows that everybody sees, as after some minutes; somebody may look still.
  const unseen = `SELECT FROM pg_class WHERE relname = ANY ($1) AND relallvisible < relpages`;
  do {
    await dataSource.query(`VACUUM ANALYZE ${GROWING.join(', ')}, queue_holds`);
  } while ((await dataSource.query(unseen, [GROWING])).length > 0);
}

interface Plan {
  'Node Type': string;
  'Relation Name'?: string;
  'Plan Rows': number;
  Plans?: Plan[];
}

/** The counts of places are as many as there are scores, however many schools have them. */
const readsGrowing = ({ 'Relation Name': table = '', Plans: below = [] }: Plan): boolean =>
  GROWING.includes(table) || below.some(readsGrowing);

/** What grows with the hub in a plan. */
function costly(plan: Plan): string[] {
  const { 'Node Type': node, 'Relation Name': table = '', 'Plan Rows': rows } = plan;
  const below = (plan.Plans ?? []).flatMap(costly);
  if (node === 'Seq Scan' && GROWING.includes(table)) return [`${node} of ${table}`, ...below];
  const sorted = plan.Plans?.[0]?.['Plan Rows'] ?? rows;
  if (node === 'Sort' && sorted > FEW && readsGrowing(plan))
    return [`${node} of ${sorted} rows`, ...below];
  return below;
}

const walks = async (text: string, values: unknown[] = []): Promise<string[]> => {
  const [row]: [{ 'QUERY PLAN': [{ Plan: Plan }] }] = await dataSource.query(
    `EXPLAIN (FORMAT JSON) ${text}`,
    values,
  );
  return costly(row['QUERY PLAN'][0].Plan);
};

interface Listing {
  list(query: never): Promise<unknown>;
}

interface Asked {
  filter?: object;
  sort?: [string, string];
  range?: [number, number];
}

/** What is costly in the statements that a list runs. */
async function costs(
  make: (on: DataSource) => Listing,
  spec: ListSpec,
  asked: Asked,
): Promise<string[]> {
  const run: [string, unknown[]][] = [];
  const noting = new Proxy(dataSource, {
    get: (on, name) =>
      name === 'query'
        ? (text: string, values: unknown[]) => {
            run.push([text, values]);
            return on.query(text, values);
          }
        : Reflect.get(on, name, on),
  });
  const raw = Object.fromEntries(
    Object.entries(asked).map(([name, value]) => [name, JSON.stringify(value)]),
  );
  await make(noting).list(readListQuery(raw, spec) as never);
  const found: string[] = [];
  for (const [text, values] of run) found.push(...(await walks(text, values)));
  expect(run).not.toEqual([]);
  return found;
}

/** Stands for the id of one, which is not known before there are any. */
const REGION = 'a region';

async function inRegion(asked: Asked): Promise<Asked> {
  if (!JSON.stringify(asked).includes(REGION)) return asked;
  const [{ id }] = await dataSource.query(`SELECT id FROM regions WHERE name = 'Region 7'`);
  return { ...asked, filter: { ...asked.filter, regionId: id } };
}

const clock = { today: () => TODAY } as never;
const schools = (on: DataSource) => new SchoolsService(on as never, {} as Transactions, clock);
const queue = (on: DataSource) => new PriorityQueueService(on as never, clock);
const visits = (on: DataSource) =>
  new VisitsService(on as never, {} as Transactions, clock, {} as never, {} as never);

it.each<Asked>([
  {},
  { range: [16_000, 16_024] },
  { sort: ['lastVisitedOn', 'ASC'] },
  { sort: ['lastVisitedOn', 'ASC'], range: [1_000, 1_024] },
  { sort: ['lastVisitedOn', 'DESC'] },
  { sort: ['dueOn', 'ASC'] },
  { filter: { booked: true } },
  { filter: { booked: true }, sort: ['nextVisitOn', 'ASC'] },
  { filter: { planned: ['not_logged'] } },
  { filter: { planned: ['proposed'] } },
  { filter: { q: 'c4ca4238' } },
  { filter: { q: 'c4ca423b' } },
  { filter: { regionId: REGION } },
])('the list of schools as asked by %j reads a page', async (asked) => {
  expect(await costs(schools, SCHOOL_SPEC as ListSpec, await inRegion(asked))).toEqual([]);
});

it.each<Asked>([
  {},
  { sort: ['rank', 'ASC'] },
  { sort: ['rank', 'DESC'] },
  { range: [16_000, 16_024] },
  { filter: { regionId: REGION } },
  { filter: { band: 3 } },
  { filter: { state: ['due'] } },
  { filter: { state: ['on_track'] }, sort: ['rank', 'DESC'] },
  { filter: { pinned: true } },
  { filter: { booked: true } },
  { filter: { q: 'c4ca4238' } },
])('the queue as asked by %j reads a page', async (asked) => {
  expect(await costs(queue, QUEUE_SPEC as ListSpec, await inRegion(asked))).toEqual([]);
});

// How many visits there are in all is counted by reading them.
it.each<Asked>([
  { filter: { status: 'completed', academicYear: '2024-25' } },
  { filter: { unlogged: true }, sort: ['day', 'ASC'] },
  { filter: { from: '2024-11-18', to: '2024-11-24' }, sort: ['day', 'ASC'] },
  { filter: { atClosedSchool: true } },
  { filter: { regionId: REGION, unlogged: true } },
])('the list of visits as asked by %j reads a page', async (asked) => {
  expect(await costs(visits, VISIT_SPEC as ListSpec, await inRegion(asked))).toEqual([]);
});

it('the place of one school, and how many schools a cycle covers, are answered by indexes', async () => {
  const [{ id }] = await dataSource.query('SELECT id FROM schools WHERE urn = 109001');
  const scopeDay = { day: TODAY, today: TODAY, closedTypes: [] };
  for (const asked of [
    READ_RANK.write(id, TODAY, DEFAULT_PLAN_RULES),
    COUNT_COVERAGE.write({ from: '2024-09-01', to: '2027-08-31' }, scopeDay),
  ]) {
    const { text, values } = asked.toQuery();
    expect(await walks(text, values)).toEqual([]);
  }
});

it('a whole table that is read or sorted shows', async () => {
  expect(await walks('SELECT name FROM schools ORDER BY notes, name')).toEqual([
    expect.stringMatching(/^Sort of/),
    'Seq Scan of schools',
  ]);
});
