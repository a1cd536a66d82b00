import type { QUEUE_LIST, QueueEntry } from '@tracker/contract';
import { BANDS, compareInQueue, type VisitState } from '@tracker/domain';
import { createTestDatabase, type TestDatabase } from '@tracker/testing';
import fc from 'fast-check';
import type { DataSource } from 'typeorm';
import { type ListQuery, readListQuery } from '../src/http/list-query';
import { PriorityQueueService } from '../src/priority-queue/priority-queue.service';
import { QUEUE_SPEC } from '../src/priority-queue/queue-list';

jest.setTimeout(240_000);

const TODAY = '2024-11-20';
const SCHOOLS = 24;
const ADD_UP = 'SELECT add_up_queue_places()';
let database: TestDatabase;
let dataSource: DataSource;
let queue: PriorityQueueService;
let ids: string[];
beforeAll(async () => {
  database = await createTestDatabase();
  ({ dataSource } = database);
  queue = new PriorityQueueService(dataSource, { today: () => TODAY } as never);
  // Names that capitals, accents and apostrophes tell apart, some of them several schools'.
  const made: { id: string }[] = await dataSource.query(
    `INSERT INTO schools (urn, name, status, in_scope, phase)
     SELECT 100000 + n, (ARRAY['Elm', 'élan', 'elm', 'O’Neill', 'Oak', 'd''Arcy', 'Zeal'])[1 + n % 7],
       'open', true, (ARRAY['Primary', 'Secondary'])[1 + n % 2]
     FROM generate_series(1, $1) n RETURNING id`,
    [SCHOOLS],
  );
  ids = made.map(({ id }) => id).sort();
});
afterAll(() => database.drop());

const school = fc.nat(SCHOOLS - 1);
const state = fc.constantFrom<VisitState>('never_visited', 'overdue', 'due', 'on_track');
const score = fc.record({
  school,
  state,
  score: fc.constantFrom<number>(0, 0.1, 49.9, 50, 100),
  lastVisitedOn: fc.constantFrom<string | null>(null, '2019-05-06', '2021-05-06'),
});
type Score = (typeof score extends fc.Arbitrary<infer T> ? T : never) & { school: number };

/** One statement that writes scores as the ranking does, or takes them away. */
type Step = { ranks: Score[] } | { drops: number[] } | { addsUp: true };
const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 4, arbitrary: fc.record({ ranks: several(score) }) },
  { weight: 1, arbitrary: fc.record({ drops: fc.uniqueArray(school, { maxLength: 4 }) }) },
  { weight: 1, arbitrary: fc.constant({ addsUp: true as const }) },
);
function several(one: fc.Arbitrary<Score>): fc.Arbitrary<Score[]> {
  return fc.uniqueArray(one, { selector: (s) => s.school, minLength: 1, maxLength: SCHOOLS });
}
const hold = fc.record({
  school,
  kind: fc.constantFrom('pin', 'snooze'),
  untilOn: fc.constantFrom('2024-11-19', TODAY),
  lifted: fc.constantFrom(false, false, true),
});
const filter = fc.record(
  {
    state: fc.uniqueArray(state, { minLength: 1, maxLength: 2 }),
    band: fc.constantFrom(1, 2, 3),
    phase: fc.constantFrom('Primary', 'Secondary'),
    pinned: fc.boolean(),
    snoozed: fc.boolean(),
    q: fc.constantFrom('elm', 'oak'),
  },
  { requiredKeys: [] },
);
const asked = fc.record({
  filter: fc.oneof(fc.constant({}), filter),
  offset: fc.nat(SCHOOLS),
  rows: fc.integer({ min: 1, max: 10 }),
  direction: fc.constantFrom('ASC', 'DESC'),
});

async function write(step: Step): Promise<void> {
  if ('addsUp' in step) await dataSource.query(ADD_UP);
  else if ('drops' in step) {
    const dropped = step.drops.map((place) => ids[place]);
    await dataSource.query('DELETE FROM priority_scores WHERE school_id = ANY ($1)', [dropped]);
  } else {
    const scores = step.ranks.map(({ school: place, ...one }) => ({
      ...{ id: ids[place], band: BANDS[one.state] },
      ...one,
    }));
    await dataSource.query(
      `INSERT INTO priority_scores (school_id, state, band, score, factors, last_visited_on)
       SELECT id, state, band, score, '[]', "lastVisitedOn"
       FROM json_to_recordset($1) AS r (id uuid, state text, band smallint, score numeric, "lastVisitedOn" date)
       ON CONFLICT (school_id) DO UPDATE SET state = excluded.state, band = excluded.band,
         score = excluded.score, last_visited_on = excluded.last_visited_on`,
      [JSON.stringify(scores)],
    );
  }
}

/** The whole queue in the order of the rule, by plain reading and sorting. */
async function inOrder() {
  const rows: (Pick<
    QueueEntry,
    'id' | 'name' | 'phase' | 'state' | 'band' | 'score' | 'lastVisitedOn'
  > & { pinned: boolean; snoozed: boolean })[] = await dataSource.query(
    `SELECT s.id, s.name, s.phase, p.state, p.band, p.score, p.last_visited_on AS "lastVisitedOn",
       EXISTS (SELECT FROM queue_holds h WHERE h.school_id = s.id AND h.kind = 'pin'
         AND h.lifted_at IS NULL AND h.until_on >= $1) AS pinned,
       EXISTS (SELECT FROM queue_holds h WHERE h.school_id = s.id AND h.kind = 'snooze'
         AND h.lifted_at IS NULL AND h.until_on >= $1) AS snoozed
     FROM priority_scores p JOIN schools s ON s.id = p.school_id ORDER BY s.id`,
    [TODAY],
  );
  return rows.sort(compareInQueue).map((row, index) => ({ ...row, rank: index + 1 }));
}
type Row = Awaited<ReturnType<typeof inOrder>>[number];

const meets = (row: Row, { q, state: states, ...is }: ReturnType<typeof filterOf>): boolean =>
  (q === undefined || row.name.toLowerCase() === q) &&
  (states === undefined || states.includes(row.state)) &&
  Object.entries(is).every(([name, value]) => row[name as keyof Row] === value);
const filterOf = (given: (typeof filter extends fc.Arbitrary<infer T> ? T : never) | object) =>
  given as Partial<Record<string, unknown>> & { q?: string; state?: VisitState[] };

it('every page has its rows in the order of the rule, each with its rank among all', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(step, { minLength: 1, maxLength: 6 }),
      fc.uniqueArray(hold, { selector: (h) => h.school, maxLength: 6 }),
      fc.array(asked, { minLength: 4, maxLength: 8 }),
      async (steps, holds, pages) => {
        await dataSource.query('DELETE FROM queue_holds');
        await dataSource.query('DELETE FROM priority_scores');
        for (const one of steps) await write(one);
        for (const { school: place, kind, untilOn, lifted } of holds) {
          await dataSource.query(
            `INSERT INTO queue_holds (school_id, kind, reason, until_on, lifted_at)
             VALUES ($1, $2, 'x', $3, CASE WHEN $4 THEN now() END)`,
            [ids[place], kind, untilOn, lifted],
          );
        }
        const all = await inOrder();
        for (const { filter: given, offset, rows, direction } of pages) {
          const wanted = all.filter((row) => meets(row, filterOf(given)));
          if (direction === 'DESC') wanted.reverse();
          const query = readListQuery(
            {
              filter: JSON.stringify(given),
              range: JSON.stringify([offset, offset + rows - 1]),
              sort: JSON.stringify(['rank', direction]),
            },
            QUEUE_SPEC,
          ) as ListQuery<typeof QUEUE_LIST>;
          const page = await queue.list(query);
          expect(page.total).toBe(wanted.length);
          expect(page.rows.map(({ id, rank }) => [id, rank])).toEqual(
            wanted.slice(offset, offset + rows).map(({ id, rank }) => [id, rank]),
          );
        }
        const any = all[Math.floor(all.length / 2)];
        if (any) expect(await queue.get(any.id)).toMatchObject({ rank: any.rank });
      },
    ),
    { numRuns: 80 },
  );
});

it('places are added up by two at once, and a table emptied has none', async () => {
  const sums = () =>
    dataSource.query(
      `SELECT place, band, state, sum(schools)::int AS schools FROM queue_places
       GROUP BY 1, 2, 3 HAVING sum(schools) <> 0 ORDER BY 1, 2, 3`,
    );
  for (let n = 0; n < 20; n += 1) {
    const ranks = ids.map((_, place) => ({
      ...{ school: place, state: n % 2 ? ('due' as const) : ('overdue' as const) },
      ...{ score: (place + n) % 5, lastVisitedOn: null },
    }));
    await write({ ranks });
  }
  const before = await sums();
  expect(before).toHaveLength(5);
  await Promise.all([1, 2, 3].map(() => dataSource.query(ADD_UP)));
  expect(await sums()).toEqual(before);
  const [{ rows }] = await dataSource.query('SELECT count(*)::int AS rows FROM queue_places');
  expect(rows).toBe(5);
  await dataSource.query('TRUNCATE priority_scores');
  expect(await dataSource.query('SELECT FROM queue_places')).toEqual([]);
});
