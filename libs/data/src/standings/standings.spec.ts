import {
  actionDue,
  type ActionStatus,
  countsTowardsCycle,
  isBooked,
  isUnlogged,
  lastCountingVisitOn,
  lineage,
  OPEN_ACTION_STATUSES,
  type SchoolLink,
  type SchoolStatus,
  lastVisitedOnBounds,
  VISIT_KINDS,
  VISIT_STATES,
  VISIT_STATUSES,
  type VisitKind,
  visitState,
  type VisitState,
  type VisitStatus,
} from '@tracker/domain';
import fc from 'fast-check';
import { setTimeout } from 'node:timers/promises';
import type { DataSource } from 'typeorm';
import { createTestDatabase, type TestDatabase } from '@tracker/testing';
import { rebuildLineage } from '@tracker/work';
import { joined, rowsOf, shared, sql } from '../sql';
import {
  hasBooked,
  hasNothingPlanned,
  hasProposed,
  hasUnlogged,
  lastVisitOn,
  lastVisitWithin,
  latestUnloggedOn,
  neverVisited,
  nextBookedOn,
  overdueActions,
  standingsOn,
  visitedWithin,
} from './standing-pieces';
import { findWrongStandings, mendStandings } from './verify-standings';

jest.setTimeout(120_000);

const TODAY = '2024-11-20';
const DAYS = [
  '2021-09-01',
  '2023-06-01',
  '2024-09-02',
  '2024-11-19',
  TODAY,
  '2024-11-21',
  '2025-03-03',
];
const CYCLE = { from: '2024-09-01', to: TODAY };
const URNS = [100_001, 100_002, 100_003, 100_004];
let database: TestDatabase;
let dataSource: DataSource;
let ids: string[];
beforeAll(async () => {
  database = await createTestDatabase();
  ({ dataSource } = database);
});
beforeEach(begin);
afterAll(() => database.drop());

async function begin(): Promise<void> {
  for (const table of ['visits', 'follow_up_actions', 'school_links', 'settings', 'schools']) {
    await dataSource.query(`DELETE FROM ${table}`);
  }
  const made: { id: string }[] = await dataSource.query(
    `INSERT INTO schools (urn, name, status, in_scope)
     SELECT urn, 'School', 'open', true FROM unnest($1::int[]) AS urn RETURNING id`,
    [URNS],
  );
  ids = made.map(({ id }) => id);
  await dataSource.transaction((manager) => rebuildLineage(manager));
}

interface Said {
  urn: number;
  lastVisitedOn: string | null;
  /** The same day, as schools are found by it, and the states of which the filters find it. */
  foundBy: string | null;
  states: VisitState[];
  visits: number;
  covered: boolean | null;
  nextVisitOn: string | null;
  unloggedOn: string | null;
  booked: boolean | null;
  unlogged: boolean | null;
  proposed: boolean;
  nothingPlanned: boolean;
  openActions: number;
  overdueActions: number;
}

const said = (day: string) => {
  const today = shared(day);
  const states = VISIT_STATES.map((state) => {
    const bounds = lastVisitedOnBounds(state, day);
    const holds = bounds === 'none' ? neverVisited(today) : lastVisitWithin(bounds, today);
    return sql`CASE WHEN ${holds} THEN ${state}::text END`;
  });
  return sql<Said>`
    SELECT s.urn, ${lastVisitOn(today)} AS "lastVisitedOn", f.last_visited_on AS "foundBy",
      array_remove(ARRAY[${joined(states, ', ')}], NULL) AS states, cardinality(t.visited_days) AS visits,
      coalesce(${visitedWithin(sql`${CYCLE.from}`, sql`${CYCLE.to}`)}, false) AS covered,
      ${nextBookedOn(today)} AS "nextVisitOn", ${latestUnloggedOn(today)} AS "unloggedOn",
      coalesce(${hasBooked(today)}, false) AS booked,
      coalesce(${hasUnlogged(today)}, false) AS unlogged,
      ${hasProposed()} AS proposed, ${hasNothingPlanned()} AS "nothingPlanned",
      t.open_actions AS "openActions", ${overdueActions(today)} AS "overdueActions"
    FROM school_standings t JOIN schools s ON s.id = t.school_id
    JOIN ${standingsOn(today)} f ON f.school_id = s.id ORDER BY s.urn`;
};

interface Records {
  visits: {
    urn: number;
    kind: VisitKind;
    status: VisitStatus;
    visitedOn: string | null;
    scheduledOn: string | null;
  }[];
  actions: { urn: number; status: ActionStatus; dueOn: string | null }[];
  links: SchoolLink[];
  schools: { urn: number; status: SchoolStatus }[];
  kinds: VisitKind[];
}

async function records(): Promise<Records> {
  const [row]: [Records] = await dataSource.query(`
    SELECT (SELECT coalesce(json_agg(json_build_object('urn', s.urn, 'kind', v.kind, 'status', v.status,
        'visitedOn', v.visited_on, 'scheduledOn', v.scheduled_on)), '[]')
      FROM visits v JOIN schools s ON s.id = v.school_id) AS visits,
    (SELECT coalesce(json_agg(json_build_object('urn', s.urn, 'status', a.status, 'dueOn', a.due_on)), '[]')
      FROM follow_up_actions a JOIN schools s ON s.id = a.school_id WHERE a.deleted_at IS NULL) AS actions,
    (SELECT coalesce(json_agg(json_build_object('predecessorUrn', predecessor_urn,
        'successorUrn', successor_urn, 'linkType', link_type)), '[]') FROM school_links) AS links,
    (SELECT json_agg(json_build_object('urn', urn, 'status', status)) FROM schools) AS schools,
    coalesce((SELECT value FROM settings WHERE key = 'kindsNotCounting'), '[]') AS kinds`);
  return row;
}

const latest = (days: (string | null)[]) =>
  days
    .filter((day) => day !== null)
    .sort()
    .at(-1) ?? null;
const earliest = (days: (string | null)[]) => days.filter((day) => day !== null).sort()[0] ?? null;

/** The same by the domain's own rules, one school after the other. */
function expected({ visits, actions, links, schools, kinds }: Records): Said[] {
  const lines = lineage(schools, links);
  return URNS.map((urn) => {
    const line = [urn, ...(lines.get(urn) ?? [])];
    const held = visits.filter((visit) => line.includes(visit.urn));
    const counting = held.filter((visit) => countsTowardsCycle(visit, kinds));
    const own = visits.filter((visit) => visit.urn === urn);
    const booked = own.filter((visit) => isBooked(visit, TODAY));
    const unlogged = own.filter((visit) => isUnlogged(visit, TODAY));
    const proposed = own.some(({ status }) => status === 'proposed');
    const open = actions.filter(
      (action) =>
        line.includes(action.urn) &&
        (OPEN_ACTION_STATUSES as readonly string[]).includes(action.status),
    );
    const lastVisitedOn = lastCountingVisitOn(held, kinds, TODAY);
    return {
      urn,
      lastVisitedOn,
      foundBy: lastVisitedOn,
      states: [visitState(lastVisitedOn, TODAY)],
      visits: counting.length,
      covered: counting.some(({ visitedOn }) => visitedOn! >= CYCLE.from && visitedOn! <= CYCLE.to),
      nextVisitOn: earliest(booked.map(({ scheduledOn }) => scheduledOn)),
      unloggedOn: latest(unlogged.map(({ scheduledOn }) => scheduledOn)),
      booked: booked.length > 0,
      unlogged: unlogged.length > 0,
      proposed,
      nothingPlanned: booked.length + unlogged.length === 0 && !proposed,
      openActions: open.length,
      overdueActions: open.filter((action) => actionDue(action, TODAY) === 'overdue').length,
    };
  });
}

const wrong = () => dataSource.transaction((manager) => findWrongStandings(manager));

async function holds(): Promise<void> {
  expect(await wrong()).toEqual([]);
  expect(await rowsOf(dataSource, said(TODAY))).toEqual(expected(await records()));
}

/** A statement and its values; a school stands as its place among them. */
type Value = string | boolean | number | null | { school: number };
type Step = [text: string, values: Value[]] | 'rebuild';
const step = (text: string, ...values: fc.Arbitrary<Value>[]): fc.Arbitrary<Step> =>
  fc.tuple(fc.constant(text), fc.tuple(...values));

const school = fc.nat(URNS.length - 1).map((place) => ({ school: place }));
const urn = fc.constantFrom(...URNS);
const day = fc.constantFrom(...DAYS);
const place = fc.nat(4);
const at = (table: string, n: number) =>
  `id = (SELECT id FROM ${table} ORDER BY created_at, id OFFSET $${n} LIMIT 1)`;
const NOT_VOID = VISIT_STATUSES.filter((status) => status !== 'void');

const steps: fc.Arbitrary<Step>[] = [
  // Logged, booked, proposed, void: whatever it starts as.
  step(
    `INSERT INTO visits (school_id, kind, status, visited_on, scheduled_on)
     VALUES ($1, $2, $3, CASE WHEN $3 = 'completed' THEN $4::date END, $4::date)`,
    ...[school, fc.constantFrom(...VISIT_KINDS), fc.constantFrom(...NOT_VOID), day],
  ),
  step(
    `UPDATE visits SET status = $1, visited_on = CASE WHEN $1 = 'completed' THEN $2::date END,
       scheduled_on = $2::date WHERE status <> 'void' AND ${at('visits', 3)}`,
    ...[fc.constantFrom(...NOT_VOID), day, place],
  ),
  // Put on record by mistake, and not by mistake after all.
  step(
    `UPDATE visits SET voided_from = status, status = 'void', void_reason = 'x', voided_at = now()
     WHERE status IN ('completed', 'cancelled', 'not_held') AND ${at('visits', 1)}`,
    place,
  ),
  step(
    `UPDATE visits SET status = voided_from, voided_from = NULL, void_reason = NULL, voided_at = NULL
     WHERE status = 'void' AND ${at('visits', 1)}`,
    place,
  ),
  // To another school, of another kind, on another day.
  step(`UPDATE visits SET school_id = $1 WHERE ${at('visits', 2)}`, school, place),
  step(
    `UPDATE visits SET kind = $1 WHERE ${at('visits', 2)}`,
    fc.constantFrom(...VISIT_KINDS),
    place,
  ),
  step(
    `UPDATE visits SET scheduled_on = scheduled_on + $1::int,
       visited_on = visited_on + $1::int WHERE school_id = $2`,
    ...[fc.constantFrom(-400, -1, 1, 30), school],
  ),
  step(`DELETE FROM visits WHERE ${at('visits', 1)}`, place),
  step(
    `INSERT INTO follow_up_actions (school_id, title, due_on) VALUES ($1, 'Ring', $2)`,
    ...[school, fc.oneof(day, fc.constant(null))],
  ),
  step(
    `UPDATE follow_up_actions SET school_id = $1, due_on = $2, status = $3,
       deleted_at = CASE WHEN $4 THEN now() END WHERE ${at('follow_up_actions', 5)}`,
    ...[
      school,
      day,
      fc.constantFrom('open', 'in_progress', 'done', 'dropped'),
      fc.boolean(),
      place,
    ],
  ),
  // The register: who follows whom, and who has closed.
  step(
    `INSERT INTO school_links (predecessor_urn, successor_urn, link_type)
     SELECT $1, $2, $3 WHERE $1::int <> $2::int ON CONFLICT DO NOTHING`,
    ...[urn, urn, fc.constantFrom('Successor', 'Successor - amalgamated', 'Successor - merged')],
  ),
  step('DELETE FROM school_links WHERE predecessor_urn = $1', urn),
  step(`UPDATE schools SET status = $2 WHERE urn = $1`, urn, fc.constantFrom('open', 'closed')),
  fc.constant('rebuild'),
  fc.constant('rebuild'),
  // A cycle that opens, and kinds that do not count.
  step(
    `INSERT INTO visit_cycles (starts_in) VALUES ($1) ON CONFLICT DO NOTHING`,
    fc.constant('2027-28'),
  ),
  step(
    `INSERT INTO settings (key, value) VALUES ('kindsNotCounting', $1::jsonb)
     ON CONFLICT (key) DO UPDATE SET value = excluded.value`,
    fc.constantFrom('[]', '["other"]', '["follow_up", "other"]'),
  ),
  step(`DELETE FROM settings WHERE key = 'kindsNotCounting' AND $1`, fc.boolean()),
];

it('after any history each school stands as its records and the domain say', async () => {
  const transaction = fc.record({
    made: fc.array(fc.oneof(...steps), { minLength: 1, maxLength: 5 }),
    rollsBack: fc.constantFrom(false, false, false, true),
  });
  await fc.assert(
    fc.asyncProperty(
      fc.array(transaction, { minLength: 1, maxLength: 16, size: 'max' }),
      async (history) => {
        await begin();
        for (const { made, rollsBack } of history) {
          const work = dataSource.transaction(async (manager) => {
            for (const one of made) {
              if (one === 'rebuild') await rebuildLineage(manager);
              else
                await manager.query(
                  one[0],
                  one[1].map((v) => (typeof v === 'object' && v !== null ? ids[v.school] : v)),
                );
            }
            // As the register's import does, whatever it changed.
            await rebuildLineage(manager);
            if (rollsBack) throw new Error('Rolled back.');
          });
          await (rollsBack ? expect(work).rejects.toThrow('Rolled back.') : work);
          await holds();
        }
      },
    ),
    { numRuns: 25 },
  );
});

it('each school stands by the day itself, and by rules that are taken back', async () => {
  for (const [at, on] of ['2024-11-19', TODAY, '2024-11-21'].entries()) {
    for (const text of [
      `INSERT INTO visits (school_id, status, scheduled_on) VALUES ($1, 'confirmed', $2)`,
      `INSERT INTO visits (school_id, kind, status, visited_on) VALUES ($1, 'other', 'completed', $2)`,
      `INSERT INTO visits (school_id, status, visited_on) VALUES ($1, 'completed', $2::date + 90)`,
      `INSERT INTO follow_up_actions (school_id, title, due_on) VALUES ($1, 'Ring', $2)`,
    ]) {
      await dataSource.query(text, [ids[at], on]);
    }
  }
  // Overdue, and with a visit that is yet to come as if it had been.
  for (const on of ['2021-09-01', '2025-03-03']) await dataSource.query(VISIT, [ids[3], on]);
  await holds();
  for (const text of [
    `INSERT INTO settings (key, value) VALUES ('kindsNotCounting', '["other"]')`,
    `DELETE FROM settings WHERE key = 'kindsNotCounting'`,
    `UPDATE visits SET scheduled_on = scheduled_on + 1`,
    `UPDATE follow_up_actions SET deleted_at = now() WHERE due_on < '${TODAY}'`,
  ]) {
    await dataSource.query(text);
    await holds();
  }
});

const VISIT = `INSERT INTO visits (school_id, status, visited_on) VALUES ($1, 'completed', $2)`;
const LINK = `INSERT INTO school_links VALUES ($1, $2, 'Successor') ON CONFLICT DO NOTHING`;

it('writers of the same schools, their lineage and the rules at once leave them right', async () => {
  const orders = [ids, [...ids].reverse(), [...ids.slice(2), ...ids.slice(0, 2)], ids];
  for (let round = 0; round < 12; round += 1) {
    await Promise.all([
      ...orders.map((order, at) =>
        dataSource.transaction(async (manager) => {
          for (const id of order) await manager.query(VISIT, [id, DAYS[(round + at) % 5]]);
        }),
      ),
      dataSource.transaction(async (manager) => {
        await manager.query('UPDATE schools SET status = $1 WHERE urn = $2', [
          round % 2 ? 'open' : 'closed',
          URNS[round % 3],
        ]);
        await manager.query(LINK, [URNS[round % 3], URNS[3]]);
        await rebuildLineage(manager);
      }),
      dataSource.query(
        `INSERT INTO settings (key, value) VALUES ('kindsNotCounting', $1)
         ON CONFLICT (key) DO UPDATE SET value = excluded.value`,
        [round % 2 ? '["other"]' : '[]'],
      ),
    ]);
    await holds();
  }
});

/** A transaction that has done its work and waits for the moment to commit. */
async function ready(...work: [text: string, values: unknown[]][]) {
  const runner = dataSource.createQueryRunner();
  await runner.startTransaction();
  for (const [text, values] of work) await runner.query(text, values);
  return {
    commit: async () => {
      await runner.commitTransaction();
      await runner.release();
    },
    manager: runner.manager,
  };
}

it('a visit logged while its school gets a successor is the successor’s, whoever commits first', async () => {
  for (const lineageFirst of [true, false]) {
    await begin();
    const visit = await ready([VISIT, [ids[0], '2024-09-02']]);
    const register = await ready(
      [`UPDATE schools SET status = 'closed' WHERE urn = $1`, [URNS[0]]],
      [LINK, [URNS[0], URNS[1]]],
    );
    await rebuildLineage(register.manager);
    const [first, second] = lineageFirst ? [register, visit] : [visit, register];
    await first.commit();
    await second.commit();
    await holds();
    const [, successor] = await rowsOf(dataSource, said(TODAY));
    expect(successor).toMatchObject({ urn: URNS[1], lastVisitedOn: '2024-09-02' });
  }
});

it('whose predecessors a school has changes only once visits being written are', async () => {
  const visit = await ready(
    [VISIT, [ids[0], '2024-09-02']],
    // Its standing is written already, as at the commit.
    ['SET CONSTRAINTS ALL IMMEDIATE', []],
  );
  const register = await ready([LINK, [URNS[0], URNS[1]]]);
  await register.manager.query(`UPDATE schools SET status = 'closed' WHERE urn = $1`, [URNS[0]]);
  await rebuildLineage(register.manager);
  const registered = register.commit();
  const meanwhile = await Promise.race([registered.then(() => 'done'), setTimeout(500, 'waits')]);
  await visit.commit();
  await registered;
  await holds();
  expect(meanwhile).toBe('waits');
});

it('a visit logged while kinds stop to count is counted by the new rule', async () => {
  const visit = await ready([VISIT, [ids[0], '2024-09-02']]);
  const rules = await ready([
    `INSERT INTO settings (key, value) VALUES ('kindsNotCounting', '["cycle"]')`,
    [],
  ]);
  await rules.commit();
  await visit.commit();
  await holds();
});

it('what is cut off in the middle leaves the standing as it was', async () => {
  await dataSource.query(VISIT, [ids[0], '2023-06-01']);
  const cut = dataSource.createQueryRunner();
  await cut.startTransaction();
  const [{ pid }]: [{ pid: number }] = await cut.query('SELECT pg_backend_pid() AS pid');
  await cut.query(VISIT, [ids[0], '2024-09-02']);
  // Its standing is written already, as at the commit, and then the connection is gone.
  await cut.query('SET CONSTRAINTS ALL IMMEDIATE');
  expect((await rowsOf(cut.manager, said(TODAY)))[0]?.lastVisitedOn).toBe('2024-09-02');
  await dataSource.query('SELECT pg_terminate_backend($1, 5000)', [pid]);
  await expect(cut.query('SELECT 1')).rejects.toThrow();
  await cut.release();
  await holds();
  expect((await rowsOf(dataSource, said(TODAY)))[0]?.lastVisitedOn).toBe('2023-06-01');
});

it('what somebody has changed or taken away is found and put right', async () => {
  await dataSource.query(VISIT, [ids[0], '2023-06-01']);
  await dataSource.query(
    `UPDATE school_standings SET last_visited_on = '2024-01-01' WHERE school_id = $1`,
    [ids[0]],
  );
  await dataSource.query('DELETE FROM school_standings WHERE school_id = $1', [ids[2]]);
  expect((await wrong()).map(({ urn: found }) => found)).toEqual([URNS[0], URNS[2]]);
  await dataSource.transaction((manager) => mendStandings(manager));
  await holds();
});
