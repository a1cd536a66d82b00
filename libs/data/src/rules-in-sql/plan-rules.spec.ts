import { LOOK_RESULTS, planStanding } from '@tracker/domain';
import fc from 'fast-check';
import { createTestDatabase, type TestDatabase } from '@tracker/testing';
import { rowsOf, sql } from '../sql';
import { planRecordOf, type PlanRecordRow, planState } from './plan-rules';

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());

const day = fc.oneof(
  fc.constantFrom('2026-08-31', '2026-09-01', '2026-12-31', '2027-01-01', '2027-08-31'),
  fc
    .nat(900)
    .map((n) => new Date(Date.UTC(2025, 7, 1) + n * 86_400_000).toISOString().slice(0, 10)),
);
const year = fc.integer({ min: 2022, max: 2030 });
const look = fc.option(fc.record({ on: day, result: fc.constantFrom(...LOOK_RESULTS) }));
const row: fc.Arbitrary<PlanRecordRow> = fc
  .record({
    phase: fc.constantFrom('Primary', 'Nursery', '16 plus', null),
    planYears: fc.uniqueArray(year, { maxLength: 4 }).map((years) => years.sort((a, b) => b - a)),
    look,
    planToldYear: fc.option(year),
    planToldAddress: fc.constantFrom(null, 'www.abbey.example'),
  })
  .map(({ look: last, ...rest }) => ({
    ...rest,
    planLookedOn: last?.on ?? null,
    planLookResult: last?.result ?? null,
  }));
const rules = fc.record({
  renewalEndsOn: fc.constantFrom('12-31', '09-01', '02-28', '08-31'),
  phasesNotExpected: fc.subarray(['Nursery', '16 plus', 'Primary']),
});

it('a plan is in the state that the domain says', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(row, { minLength: 1, maxLength: 40 }),
      ...([day, rules] as const),
      async (rows, today, hub) => {
        const stored = rows.map((one, place) => ({
          ...{ place, phase: one.phase, plan_years: one.planYears },
          ...{ plan_looked_on: one.planLookedOn, plan_look_result: one.planLookResult },
        }));
        const said = await rowsOf<{ state: string }>(
          database.dataSource,
          sql<{ state: string }>`SELECT ${planState(today, hub, 't', 't')} AS state
          FROM json_to_recordset(${JSON.stringify(stored)}::json) AS t (place int, phase text,
            plan_years int[], plan_looked_on date, plan_look_result text) ORDER BY place`,
        );
        expect(said.map(({ state }) => state)).toEqual(
          rows.map((one) => planStanding(planRecordOf(one, today), today, hub).state),
        );
      },
    ),
    { numRuns: 200 },
  );
});

describe('what a school has said of its plan', () => {
  const told: PlanRecordRow = {
    ...{ phase: 'Primary', planYears: [], planLookedOn: null, planLookResult: null },
    ...{ planToldYear: 2026, planToldAddress: 'www.abbey.example' },
  };
  it('is shown for the year it said it of, and no later', () => {
    expect(planRecordOf(told, '2027-08-31').toldAddress).toBe('www.abbey.example');
    expect(planRecordOf(told, '2027-09-01').toldAddress).toBeNull();
    expect(planRecordOf({ ...told, planToldAddress: null }, '2026-11-20').toldAddress).toBe('');
  });
});
