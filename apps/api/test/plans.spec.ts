import { mendStandings } from '@tracker/data';
import type { DataSource } from 'typeorm';
import { createTestDatabase, type TestDatabase } from '@tracker/testing';
import { type ListSpec, readListQuery } from '../src/http/list-query';
import type { Transactions } from '../src/http/transactions';
import { PriorityQueueService } from '../src/priority-queue/priority-queue.service';
import { QUEUE_SPEC } from '../src/priority-queue/queue-list';
import { SCHOOL_SPEC } from '../src/schools/school-list';
import { SchoolsService } from '../src/schools/schools.service';

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
    `INSERT INTO schools (urn, name, status, in_scope, search_text, notes)
     SELECT 100000 + n, name, 'open', true, ' ' || lower(name) || ' ' || n || ' ', repeat(name, 15)
     FROM generate_series(1, $1::int) n,
       LATERAL (SELECT 'School ' || md5(n::text) AS name) named`,
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
     SELECT school_id, 'overdue', 1 + s.urn % 3, s.urn % 1000 / 10.0, to_json(repeat(md5(s.urn::text), 20)), t.last_visited_on
     FROM school_standings t JOIN schools s ON s.id = t.school_id`,
  );
  await dataSource.query(
    `INSERT INTO queue_holds (school_id, kind, reason, until_on)
     SELECT id, 'pin', 'x', '2025-01-01' FROM schools WHERE urn % 4000 = 0`,
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

/** What grows with the hub in a plan. */
function costly(plan: Plan): string[] {
  const { 'Node Type': node, 'Relation Name': table = '', 'Plan Rows': rows } = plan;
  const below = (plan.Plans ?? []).flatMap(costly);
  if (node === 'Seq Scan' && GROWING.includes(table)) return [`${node} of ${table}`, ...below];
  const sorted = plan.Plans?.[0]?.['Plan Rows'] ?? rows;
  if (node === 'Sort' && sorted > FEW) return [`${node} of ${sorted} rows`, ...below];
  return below;
}

interface Listing {
  list(query: never): Promise<unknown>;
}

/** What is costly in the statements that a list runs. */
async function costs(
  make: (on: DataSource) => Listing,
  spec: ListSpec,
  asked: { filter?: object; sort?: [string, string] },
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
  for (const [text, values] of run) {
    const [row]: [{ 'QUERY PLAN': [{ Plan: Plan }] }] = await dataSource.query(
      `EXPLAIN (FORMAT JSON) ${text}`,
      values,
    );
    found.push(...costly(row['QUERY PLAN'][0].Plan));
  }
  expect(run).not.toEqual([]);
  return found;
}

const clock = { today: () => TODAY } as never;
const schools = (on: DataSource) => new SchoolsService(on as never, {} as Transactions, clock);
const queue = (on: DataSource) => new PriorityQueueService(on as never, clock);

it.each<{ filter?: object; sort?: [string, string] }>([
  {},
  { sort: ['lastVisitedOn', 'ASC'] },
  { sort: ['lastVisitedOn', 'DESC'] },
  { sort: ['dueOn', 'ASC'] },
  { filter: { booked: true } },
  { filter: { booked: true }, sort: ['nextVisitOn', 'ASC'] },
  { filter: { planned: ['not_logged'] } },
  { filter: { planned: ['proposed'] } },
  { filter: { q: 'c4ca4238' } },
])('the list of schools as asked by %j reads a page', async (asked) => {
  expect(await costs(schools, SCHOOL_SPEC as ListSpec, asked)).toEqual([]);
});

// A part of the queue, or the queue from its end, has its ranks among all, who are numbered for it.
it.each<{ filter?: object; sort?: [string, string] }>([{}, { sort: ['rank', 'ASC'] }])(
  'the queue as asked by %j reads a page',
  async (asked) => {
    expect(await costs(queue, QUEUE_SPEC as ListSpec, asked)).toEqual([]);
  },
);

it('a whole table that is read or sorted shows', async () => {
  const [row]: [{ 'QUERY PLAN': [{ Plan: Plan }] }] = await dataSource.query(
    `EXPLAIN (FORMAT JSON) SELECT name FROM schools ORDER BY notes, name`,
  );
  expect(costly(row['QUERY PLAN'][0].Plan)).toEqual([
    expect.stringMatching(/^Sort of/),
    'Seq Scan of schools',
  ]);
});
