import { LOOK_RESULTS, VISIT_KINDS } from '@tracker/domain';
import fc from 'fast-check';
import type { DataSource } from 'typeorm';
import { createTestDatabase, type TestDatabase } from '@tracker/testing';
import { refreshPriorityScores } from './refresh-priority-scores';
import { CLAIM_STALE } from './score-facts.queries';
import { markAllStale } from '@tracker/data';

jest.setTimeout(120_000);

const TODAY = '2024-11-20';
const SCHOOLS = 3;
let database: TestDatabase;
let dataSource: DataSource;
let schools: string[];
beforeAll(async () => {
  database = await createTestDatabase();
  ({ dataSource } = database);
  await dataSource.query(
    `INSERT INTO users (name, email, role) VALUES ('Ash Rook', 'ash@hub.example', 'head')`,
  );
});
beforeEach(begin);
afterAll(() => database.drop());

async function begin(): Promise<void> {
  for (const table of [
    ...['visits', 'follow_up_actions', 'music_development_plans', 'plan_looks', 'schools'],
  ]) {
    await dataSource.query(`DELETE FROM ${table}`);
  }
  const made: { id: string }[] = await dataSource.query(
    `INSERT INTO schools (urn, name, status, in_scope, establishment_type)
     SELECT 100000 + n, 'School', 'open', true, 'Community school' FROM generate_series(1, $1) n
     RETURNING id`,
    [SCHOOLS],
  );
  schools = made.map(({ id }) => id).sort();
  await dataSource.query('INSERT INTO school_lineage SELECT id, id FROM schools');
}

const refresh = () => refreshPriorityScores(dataSource, TODAY);
/** How many scores are others when every school is looked at. */
async function wrong(): Promise<number> {
  await dataSource.transaction((manager) => markAllStale(manager));
  return (await refresh()).changed;
}

/** A statement and its values; a school stands as its place among them. */
type Step = [text: string, values: (string | boolean | number | null | { school: number })[]];
const step = (text: string, ...values: fc.Arbitrary<Step[1][number]>[]): fc.Arbitrary<Step> =>
  fc.tuple(fc.constant(text), fc.tuple(...values));
const valuesOf = ([, values]: Step) =>
  values.map((value) =>
    typeof value === 'object' && value !== null ? schools[value.school] : value,
  );

const school = fc.nat(SCHOOLS - 1).map((place) => ({ school: place }));
const day = fc.constantFrom('2016-01-01', '2021-11-20', '2024-01-10', TODAY, '2024-11-21');
const kind = fc.constantFrom(...VISIT_KINDS);
const role = fc.constantFrom('music_lead', 'other');
const place = fc.nat(2);
const at = (table: string, n: number) =>
  `id = (SELECT id FROM ${table} ORDER BY created_at, id OFFSET $${n} LIMIT 1)`;

const steps: fc.Arbitrary<Step>[] = [
  step(
    `INSERT INTO visits (school_id, kind, status, visited_on) VALUES ($1, $2, 'completed', $3)`,
    ...[school, kind, day],
  ),
  step(
    `UPDATE visits SET school_id = $1, kind = $2 WHERE ${at('visits', 3)}`,
    ...[school, kind, place],
  ),
  step(
    `UPDATE visits SET status = $1, cancelled_by = 'hub', cancel_reason = 'x',
       visited_on = CASE WHEN $1 = 'completed' THEN $2::date END WHERE ${at('visits', 3)}`,
    ...[fc.constantFrom('completed', 'cancelled'), day, place],
  ),
  step(`DELETE FROM visits WHERE ${at('visits', 1)}`, place),
  step(
    `INSERT INTO follow_up_actions (school_id, title, due_on) VALUES ($1, 'Ring', $2)`,
    ...[school, day],
  ),
  step(
    `UPDATE follow_up_actions SET school_id = $1, due_on = $2, status = $3,
       deleted_at = CASE WHEN $4 THEN now() END WHERE ${at('follow_up_actions', 5)}`,
    ...[school, day, fc.constantFrom('open', 'in_progress', 'done'), fc.boolean(), place],
  ),
  // Those that differed are alike afterwards.
  step('UPDATE follow_up_actions SET due_on = $2 WHERE school_id = $1', school, day),
  step(`INSERT INTO contacts (school_id, name, role) VALUES ($1, 'Jo', $2)`, school, role),
  step(
    `UPDATE contacts SET school_id = $1, role = $2,
       deleted_at = CASE WHEN $3 THEN now() END WHERE ${at('contacts', 4)}`,
    ...[school, role, fc.boolean(), place],
  ),
  ...['contacts', 'follow_up_actions'].map((table) =>
    step(
      `UPDATE ${table} SET deleted_at = CASE WHEN $1 THEN now() END WHERE ${at(table, 2)}`,
      ...[fc.boolean(), place],
    ),
  ),
  step(
    `INSERT INTO music_development_plans (school_id, academic_year, last_academic_year, known_from, known_on)
     VALUES ($1, $2, $2, $3, '2024-01-01')
     ON CONFLICT (school_id, academic_year, known_from) DO UPDATE SET url = 'https://plan.example'`,
    ...[school, fc.constantFrom('2024-25', '2023-24', '2022-23')],
    fc.constantFrom('seen', 'told'),
  ),
  step(
    `UPDATE music_development_plans SET school_id = $1, last_academic_year = $2, known_from = $3
     WHERE academic_year <= $2 AND ${at('music_development_plans', 4)} AND NOT EXISTS (
       SELECT FROM music_development_plans o WHERE o.school_id = $1 AND o.known_from = $3)`,
    ...[school, fc.constantFrom('2024-25', '2025-26'), fc.constantFrom('document', 'told'), place],
  ),
  step(
    `INSERT INTO plan_looks (school_id, looked_on, looked_by_id, result)
     SELECT $1, $2, id, $3 FROM users LIMIT 1
     ON CONFLICT (school_id, looked_on, looked_by_id) DO UPDATE SET result = excluded.result`,
    ...[school, fc.constantFrom('2024-10-12', '2024-07-12'), fc.constantFrom(...LOOK_RESULTS)],
  ),
  step('DELETE FROM plan_looks WHERE school_id = $1', school),
  step('DELETE FROM music_development_plans WHERE school_id = $1', school),
  step(
    `UPDATE schools SET in_scope = $2, fsm_percent = $3, establishment_type = $4, phase = $5 WHERE id = $1`,
    ...[school, fc.boolean(), fc.constantFrom(null, 5, 40)],
    ...[
      fc.constantFrom('Community school', 'Pupil referral unit'),
      fc.constantFrom('Nursery', null),
    ],
  ),
  step(
    `INSERT INTO school_lineage (school_id, ancestor_id) VALUES ($1, $2) ON CONFLICT DO NOTHING`,
    ...[school, school],
  ),
  step(
    'DELETE FROM school_lineage WHERE school_id = $1 AND ancestor_id = $2 AND $1 <> $2',
    ...[school, school],
  ),
];

it('after any history, ranking what is stale gives what ranking everything gives', async () => {
  const transaction = fc.record({
    made: fc.array(fc.oneof(...steps), { minLength: 1, maxLength: 4 }),
    rollsBack: fc.constantFrom(false, false, false, true),
    ranked: fc.boolean(),
  });
  await fc.assert(
    fc.asyncProperty(
      fc.array(transaction, { minLength: 1, maxLength: 24, size: 'max' }),
      async (history) => {
        await begin();
        for (const { made, rollsBack, ranked } of history) {
          const work = dataSource.transaction(async (manager) => {
            for (const one of made) await manager.query(one[0], valuesOf(one));
            if (rollsBack) throw new Error('Rolled back.');
          });
          await (rollsBack ? expect(work).rejects.toThrow('Rolled back.') : work);
          if (!ranked) continue;
          await refresh();
          expect(await wrong()).toBe(0);
        }
      },
    ),
    { numRuns: 60 },
  );
});

const VISIT = `INSERT INTO visits (school_id, status, visited_on) VALUES ($1, 'completed', $2)`;
const LEAD = `INSERT INTO contacts (school_id, name, role) VALUES ($1, 'Jo', 'music_lead')`;

it('writers of many schools in many statements never stand in each other’s way', async () => {
  // Whatever one touches first, another touches last.
  const writers = [schools, [...schools].reverse(), [...schools.slice(1), ...schools.slice(0, 1)]];
  for (let round = 0; round < 10; round += 1) {
    await Promise.all([
      ...writers.map((order) =>
        dataSource.transaction(async (manager) => {
          for (const id of order) {
            await manager.query(VISIT, [id, TODAY]);
            await manager.query(LEAD, [id]);
          }
        }),
      ),
      refresh(),
    ]);
  }
  await refresh();
  expect(await wrong()).toBe(0);
});

it('who touches a school that is being ranked waits alone, and it is ranked again', async () => {
  await refresh();
  await dataSource.query(LEAD, [schools[0]]);
  const ranking = dataSource.createQueryRunner();
  await ranking.startTransaction();
  expect(await CLAIM_STALE.rows(ranking.manager, 10)).toEqual([{ id: schools[0] }]);
  let waits = true;
  const same = dataSource.query(VISIT, [schools[0], TODAY]).then(() => (waits = false));
  const waiting = `SELECT FROM pg_stat_activity WHERE wait_event_type = 'Lock'
    AND datname = current_database()`;
  while ((await dataSource.query(waiting)).length === 0) await new Promise(setImmediate);
  // Both are in the audit trail, which one at a time can end.
  await dataSource.query(VISIT, [schools[1], TODAY]);
  await dataSource.query(`INSERT INTO regions (name) VALUES ('East')`);
  expect(waits).toBe(true);
  await ranking.commitTransaction();
  await ranking.release();
  await same;
  expect(await refresh()).toEqual({ schools: 2, changed: 2 });
  expect(await wrong()).toBe(0);
});
