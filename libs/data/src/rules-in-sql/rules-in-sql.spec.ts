import {
  ACTION_STATUSES,
  actionDue,
  countsTowardsCycle,
  dueOnAfter,
  isBooked,
  isUnlogged,
  isVisitOpen,
  VISIT_KINDS,
  VISIT_STATUSES,
} from '@tracker/domain';
import fc from 'fast-check';
import { raw, type Sql } from '../sql';
import { createTestDatabase, type TestDatabase } from '@tracker/testing';
import { overdueAction } from './action-rules';
import {
  bookedVisit,
  countingVisit,
  dueOnAfterVisit,
  openVisit,
  unloggedVisit,
} from './visit-rules';

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());

const day = fc.oneof(
  fc.constantFrom('2024-02-28', '2024-02-29', '2024-11-19', '2024-11-20', '2024-11-21'),
  fc
    .nat(4000)
    .map((n) => new Date(Date.UTC(2018, 0, 1) + n * 86_400_000).toISOString().slice(0, 10)),
);
const TODAY = '2024-11-20';
const visits = fc.array(
  fc
    .record({
      status: fc.constantFrom(...VISIT_STATUSES),
      kind: fc.constantFrom(...VISIT_KINDS),
      day,
    })
    .map(({ day: on, ...rest }) => ({
      ...rest,
      scheduledOn: on,
      // As the table's own check has it.
      visitedOn: rest.status === 'completed' ? on : null,
    })),
  { minLength: 1, maxLength: 40 },
);

/** What a condition says of each row, in the order of the rows. */
async function said(
  rows: object[],
  columns: string,
  condition: Sql | string,
  values: unknown[] = [],
) {
  const answer: { said: boolean | string }[] = await database.dataSource.query(
    `SELECT ${condition} AS said FROM json_to_recordset($1::json) AS v (${columns}, place int)
     ORDER BY place`,
    [JSON.stringify(rows.map((row, place) => ({ ...row, place }))), ...values],
  );
  return answer.map((row) => row.said);
}

const asColumns = (rows: { status: string; kind?: string; scheduledOn?: string | null }[]) =>
  rows.map(({ scheduledOn, ...rest }) => ({ ...rest, scheduled_on: scheduledOn }));
const VISIT = 'status text, kind text, scheduled_on date';

it('visits that count, are open, booked or unlogged are the domain’s', async () => {
  await fc.assert(
    fc.asyncProperty(visits, fc.subarray([...VISIT_KINDS]), async (rows, kinds) => {
      const stored = asColumns(rows);
      expect(await said(stored, VISIT, countingVisit(raw('$2')), [kinds])).toEqual(
        rows.map((row) => countsTowardsCycle(row, kinds)),
      );
      expect(await said(stored, VISIT, openVisit())).toEqual(
        rows.map(({ status }) => isVisitOpen(status)),
      );
      expect(await said(stored, VISIT, bookedVisit(raw('$2')), [TODAY])).toEqual(
        rows.map((row) => isBooked(row, TODAY)),
      );
      expect(await said(stored, VISIT, unloggedVisit(raw('$2')), [TODAY])).toEqual(
        rows.map((row) => isUnlogged(row, TODAY)),
      );
    }),
    { numRuns: 50 },
  );
});

it('a visit is due again on the domain’s day', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(day, { minLength: 1, maxLength: 60 }), async (days) => {
      const rows = days.map((on) => ({ scheduled_on: on }));
      const due = await said(
        rows,
        'scheduled_on date',
        `${dueOnAfterVisit(raw('v.scheduled_on'))}::text`,
      );
      expect(due).toEqual(days.map((on) => dueOnAfter(on)));
    }),
    { numRuns: 50 },
  );
});

const actions = fc.array(
  fc.record({
    status: fc.constantFrom(...ACTION_STATUSES),
    dueOn: fc.option(day, { nil: null }),
    deleted: fc.boolean(),
  }),
  { minLength: 1, maxLength: 40 },
);
it('an action is overdue by the domain’s rule, and never in the bin', async () => {
  await fc.assert(
    fc.asyncProperty(actions, async (rows) => {
      const stored = rows.map(({ status, dueOn, deleted }) => ({
        ...{ status, due_on: dueOn },
        deleted_at: deleted ? '2024-11-01T00:00:00Z' : null,
      }));
      const columns = 'status text, due_on date, deleted_at timestamptz';
      const sql = `${overdueAction(raw('$2'), 'v')} IS TRUE`;
      expect(await said(stored, columns, sql, [TODAY])).toEqual(
        rows.map((row) => !row.deleted && actionDue(row, TODAY) === 'overdue'),
      );
    }),
    { numRuns: 50 },
  );
});
