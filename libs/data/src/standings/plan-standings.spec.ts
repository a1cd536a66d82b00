import { DEFAULT_PLAN_RULES, type PlanState, type SchoolStatus } from '@tracker/domain';
import { createTestDatabase, type TestDatabase } from '@tracker/testing';
import { rebuildLineage } from '@tracker/work';
import { planState } from '../rules-in-sql';
import { rowsOf, sql } from '../sql';
import { findWrongStandings } from './verify-standings';

const TODAY = '2026-11-20';
let database: TestDatabase;
let person: string;
beforeAll(async () => {
  database = await createTestDatabase();
  [{ id: person }] = await database.dataSource.query(
    `INSERT INTO users (name, email, role) VALUES ('Ash Rook', 'ash@hub.example', 'head') RETURNING id`,
  );
});
afterAll(() => database.drop());

let urn = 100_000;
interface Scene {
  status?: SchoolStatus;
  /** First and last year, and how it is known. */
  plans?: [from: string, to: string, knownFrom: 'document' | 'seen' | 'told', url?: string][];
  looks?: [on: string, result: string][];
  /** Who came before it, by URN. */
  predecessors?: number[];
}

async function school({ status = 'open', plans = [], looks = [], predecessors = [] }: Scene) {
  const { dataSource } = database;
  urn += 1;
  const [{ id }]: [{ id: string }] = await dataSource.query(
    `INSERT INTO schools (urn, name, status, in_scope, phase) VALUES ($1, 'School', $2, true, 'Primary')
     RETURNING id`,
    [urn, status],
  );
  for (const plan of plans) {
    await dataSource.query(
      `INSERT INTO music_development_plans (school_id, academic_year, last_academic_year, known_from, url, known_on)
       VALUES ($1, $2, $3, $4, $5, '2026-09-20')`,
      [id, ...plan.slice(0, 3), plan[3] ?? null],
    );
  }
  for (const look of looks) {
    await dataSource.query(
      'INSERT INTO plan_looks (school_id, looked_by_id, looked_on, result) VALUES ($1, $2, $3, $4)',
      [id, person, ...look],
    );
  }
  for (const predecessor of predecessors) {
    await dataSource.query(`INSERT INTO school_links VALUES ($1, $2, 'Successor')`, [
      predecessor,
      urn,
    ]);
  }
  await dataSource.transaction((manager) => rebuildLineage(manager));
  return urn;
}

async function stateOf(one: number): Promise<string | undefined> {
  const [row] = await rowsOf<{ state: PlanState }>(
    database.dataSource,
    sql<{ state: PlanState }>`SELECT ${planState(TODAY, DEFAULT_PLAN_RULES)} AS state
    FROM schools s JOIN school_standings t ON t.school_id = s.id WHERE s.urn = ${one}`,
  );
  expect(await database.dataSource.transaction((manager) => findWrongStandings(manager))).toEqual(
    [],
  );
  return row?.state;
}

const OF_THIS_YEAR: Scene = { status: 'closed', plans: [['2026-27', '2026-27', 'seen']] };

it('a plan goes with a school that became an academy', async () => {
  const before = await school(OF_THIS_YEAR);
  expect(await stateOf(await school({ predecessors: [before] }))).toBe('current');
});

it('and through every school of one line, but not past one that others went into', async () => {
  const first = await school(OF_THIS_YEAR);
  const second = await school({ status: 'closed', predecessors: [first] });
  expect(await stateOf(await school({ predecessors: [second] }))).toBe('current');
  const merged = await school({
    ...{ status: 'closed', predecessors: [await school(OF_THIS_YEAR), second] },
    plans: [['2025-26', '2025-26', 'seen']],
  });
  expect(await stateOf(await school({ predecessors: [merged] }))).toBe('to_renew');
});

it('a look goes with a school that became an academy, until somebody looks there', async () => {
  const looks: Scene['looks'] = [['2026-10-12', 'none']];
  const before = await school({ status: 'closed', looks });
  const academy: Scene = { predecessors: [before] };
  expect(await stateOf(await school(academy))).toBe('none_found');
  const found: Scene = { ...academy, looks: [['2026-11-02', 'found']] };
  expect(await stateOf(await school(found))).toBe('not_looked');
  const predecessors = [before, await school({ status: 'closed', looks })];
  expect(await stateOf(await school({ predecessors }))).toBe('not_looked');
});

it('so does what the school said of a plan; what it says itself is before that', async () => {
  const told = async (one: number) =>
    (
      await rowsOf<{ url: string }>(
        database.dataSource,
        sql<{ url: string }>`SELECT t.plan_told_address AS url FROM schools s
        JOIN school_standings t ON t.school_id = s.id WHERE s.urn = ${one}`,
      )
    )[0]?.url;
  const saying = (url: string, over: Scene = {}): Promise<number> =>
    school({ ...over, plans: [['2026-27', '2026-27', 'told', url]] });
  const before = await saying('www.before.example', { status: 'closed' });
  const other = await saying('www.other.example', { status: 'closed' });
  expect(await told(await school({ predecessors: [before] }))).toBe('www.before.example');
  const own = await saying('www.own.example', { predecessors: [before] });
  expect(await told(own)).toBe('www.own.example');
  expect(await told(await school({ predecessors: [before, other] }))).toBeNull();
});

it('plans of schools that became one do not count', async () => {
  const predecessors = [await school(OF_THIS_YEAR), await school(OF_THIS_YEAR)];
  expect(await stateOf(await school({ predecessors }))).toBe('not_looked');
});

it.each<[PlanState, Scene]>([
  ['current', { plans: [['2024-25', '2026-27', 'seen']] }],
  ['current', { plans: [['2026-27', '2026-27', 'document']] }],
  ['current', { plans: [['2027-28', '2027-28', 'seen']], looks: [['2026-10-12', 'none']] }],
  ['to_renew', { plans: [['2025-26', '2025-26', 'seen']] }],
  ['out_of_date', { plans: [['2022-23', '2023-24', 'seen']] }],
  ['not_looked', { plans: [['2026-27', '2026-27', 'told']] }],
  ['not_looked', { looks: [['2026-07-12', 'none']] }],
  ['none_found', { looks: [['2026-10-12', 'none']] }],
  [
    'none_found',
    {
      looks: [
        ['2026-09-12', 'found'],
        ['2026-10-12', 'no_site'],
      ],
    },
  ],
])('%s: %j', async (state, scene) => expect(await stateOf(await school(scene))).toBe(state));

it('of one school nothing is worked out for the others', async () => {
  const { dataSource } = database;
  await dataSource.query(
    `INSERT INTO schools (urn, name, status, in_scope)
     SELECT n, 'School', 'open', true FROM generate_series(800001, 800400) n`,
  );
  await dataSource.transaction((manager) => rebuildLineage(manager));
  const looked = await dataSource.transaction(async (manager) => {
    const scans = async (): Promise<number> =>
      (
        await rowsOf<{ scans: number }>(
          manager,
          sql`SELECT idx_scan::int AS scans FROM pg_stat_xact_user_tables WHERE relname = 'school_lineage'`,
        )
      )[0]!.scans;
    const before = await scans();
    // Of the last in the order in which they are looked up, which comes after every other.
    await manager.query(
      `SELECT write_school_standings(ARRAY[(SELECT id FROM schools ORDER BY id DESC LIMIT 1)], false, false)`,
    );
    return (await scans()) - before;
  });
  expect(looked).toBeGreaterThan(0);
  expect(looked).toBeLessThan(20);
});
