import type { QueueEntry, School } from '@tracker/contract';
import { compareInQueue } from '@tracker/domain';
import { rebuildLineage } from '@tracker/work';
import { createTestDatabase, type TestDatabase } from '@tracker/testing';
import { readListQuery } from '../src/http/list-query';
import type { Transactions } from '../src/http/transactions';
import { PriorityQueueService } from '../src/priority-queue/priority-queue.service';
import { QUEUE_SPEC } from '../src/priority-queue/queue-list';
import { SCHOOL_SPEC } from '../src/schools/school-list';
import { SchoolsService } from '../src/schools/schools.service';

// Pages that an index finds are those that sorting everything would give, held schools and days in the
// future included.

const TODAY = '2024-11-20';
let database: TestDatabase;
let queue: PriorityQueueService;
let schools: SchoolsService;
beforeAll(async () => {
  database = await createTestDatabase();
  const { dataSource } = database;
  const clock = { today: () => TODAY } as never;
  queue = new PriorityQueueService(dataSource, clock);
  schools = new SchoolsService(dataSource, {} as Transactions, clock);
  // Many with the same name, score and day.
  await dataSource.query(
    `INSERT INTO schools (urn, name, status, in_scope)
     SELECT 100000 + n, (ARRAY['Zeal', 'Émile', 'abbey', 'St. John'])[1 + n % 4], 'open', true
     FROM generate_series(1, 60) n`,
  );
  await dataSource.transaction((manager) => rebuildLineage(manager));
  // One in six was never visited; one in seven has a visit in the future, and one before it or none.
  await dataSource.query(
    `INSERT INTO visits (school_id, status, visited_on)
     SELECT id, 'completed', date '2020-01-01' + urn % 5 * 400 FROM schools WHERE urn % 6 <> 0
     UNION ALL
     SELECT id, 'completed', date '2024-12-01' + urn % 3 FROM schools WHERE urn % 7 = 0`,
  );
  await dataSource.query(
    `INSERT INTO priority_scores (school_id, state, band, score, factors, last_visited_on)
     SELECT id, (ARRAY['overdue', 'due', 'on_track'])[1 + urn % 3], 1 + urn % 3, urn % 4 * 10, '[]',
       CASE WHEN urn % 6 <> 0 THEN date '2020-01-01' + urn % 5 * 400 END
     FROM schools`,
  );
  await dataSource.query(
    `INSERT INTO queue_holds (school_id, kind, reason, until_on, lifted_at)
     SELECT id, CASE WHEN urn % 2 = 0 THEN 'pin' ELSE 'snooze' END, 'x',
       CASE WHEN urn % 3 = 0 THEN date '2024-11-19' ELSE date '2024-11-20' END,
       CASE WHEN urn % 11 = 0 THEN now() END
     FROM schools WHERE urn % 5 = 0`,
  );
});
afterAll(() => database.drop());

interface Asked {
  filter?: object;
  sort?: [string, 'ASC' | 'DESC'];
  range?: [number, number];
}
const written = (asked: Asked) =>
  Object.fromEntries(Object.entries(asked).map(([name, value]) => [name, JSON.stringify(value)]));
const entries = async (asked: Asked): Promise<QueueEntry[]> =>
  (await queue.list(readListQuery(written({ range: [0, 99], ...asked }), QUEUE_SPEC))).rows;
const listed = async (asked: Asked): Promise<School[]> =>
  (await schools.list(readListQuery(written({ range: [0, 99], ...asked }), SCHOOL_SPEC))).rows;

/** Of a whole list the pages one after the other. */
async function inPages<Row>(list: (asked: Asked) => Promise<Row[]>, asked: Asked): Promise<Row[]> {
  const rows: Row[] = [];
  for (let from = 0; from < 70; from += 7) {
    rows.push(...(await list({ ...asked, range: [from, from + 6] })));
  }
  return rows;
}

it('the queue is in its order, page by page and either way round', async () => {
  const all = await entries({});
  expect(all.map(({ rank }) => rank)).toEqual(all.map((_, at) => at + 1));
  const held = all.filter(({ hold }) => hold !== null);
  expect(new Set(held.map(({ hold }) => hold?.kind))).toEqual(new Set(['pin', 'snooze']));
  const byRule = [...all].sort((a, b) =>
    compareInQueue(
      { ...a, snoozed: a.snoozedUntil !== null },
      { ...b, snoozed: b.snoozedUntil !== null },
    ),
  );
  expect(all.map(({ name, score }) => [name, score])).toEqual(
    byRule.map(({ name, score }) => [name, score]),
  );
  expect(await inPages(entries, {})).toEqual(all);
  expect(await inPages(entries, { sort: ['rank', 'ASC'] })).toEqual(all);
  expect(await inPages(entries, { sort: ['rank', 'DESC'] })).toEqual([...all].reverse());
});

it('a part of the queue, and each school by itself, has the rank it has among all', async () => {
  const all = await entries({});
  const due = all.filter(({ state }) => state === 'due');
  expect(due.length).toBeGreaterThan(10);
  expect(await inPages(entries, { filter: { state: 'due' } })).toEqual(due);
  const byName = await entries({ sort: ['name', 'DESC'] });
  const byRank = (a: QueueEntry, b: QueueEntry) => a.rank - b.rank;
  expect([...byName].sort(byRank)).toEqual(all);
  for (const entry of all) expect(await queue.get(entry.id)).toEqual(entry);
});

it.each([{}, { asOf: '2021-06-01' }, { state: ['never_visited', 'overdue'] }])(
  'schools %j by their last visit are in order, page by page',
  async (filter) => {
    const all = await listed({ filter });
    const last = (school: School) => school.lastVisitedOn ?? '9999';
    const by = (sign: 1 | -1) => (a: School, b: School) => {
      if (a.lastVisitedOn === null || b.lastVisitedOn === null) {
        return last(a).localeCompare(last(b)) || a.id.localeCompare(b.id);
      }
      return sign * last(a).localeCompare(last(b)) || a.id.localeCompare(b.id);
    };
    expect(all.filter(({ lastVisitedOn }) => lastVisitedOn === null).length).toBeGreaterThan(5);
    expect(all.every(({ lastVisitedOn }) => (lastVisitedOn ?? '') <= TODAY)).toBe(true);
    for (const [direction, sign] of [
      ['ASC', 1],
      ['DESC', -1],
    ] as const) {
      const pages = await inPages(listed, { filter, sort: ['lastVisitedOn', direction] });
      expect(pages).toEqual([...all].sort(by(sign)));
    }
  },
);
