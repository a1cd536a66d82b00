import { planStanding, type PlanRecord, renewalEndsOn, DEFAULT_PLAN_RULES } from './plan-state';

const TODAY = '2026-11-20';
const record = (over: Partial<PlanRecord> = {}): PlanRecord => ({
  ...{ yearsCovered: [], phase: 'Primary', lastLook: null, toldAddress: null },
  ...over,
});

describe('the state of a plan', () => {
  it.each<[string, Partial<PlanRecord>, string, string, string, boolean]>([
    [
      'of this year',
      { yearsCovered: [2026] },
      TODAY,
      'current',
      'A plan for 2026-27 is known.',
      false,
    ],
    [
      'of last year, until the day for renewing',
      ...([{ yearsCovered: [2025] }, TODAY, 'to_renew'] as const),
      'The plan on record covers 2025-26; it is to be renewed by 31 December 2026.',
      false,
    ],
    [
      'of last year, on that day',
      ...([{ yearsCovered: [2025] }, '2026-12-31', 'to_renew'] as const),
      'The plan on record covers 2025-26; it is to be renewed by 31 December 2026.',
      false,
    ],
    [
      'of last year, after it',
      ...([{ yearsCovered: [2025] }, '2027-01-01', 'out_of_date'] as const),
      ...(['The plan on record covers 2025-26.', true] as const),
    ],
    [
      'of an earlier year',
      ...([{ yearsCovered: [2023, 2021] }, TODAY, 'out_of_date'] as const),
      ...(['The plan on record covers 2023-24.', true] as const),
    ],
    [
      'of three years in one document',
      ...([{ yearsCovered: [2024, 2025, 2026] }, TODAY, 'current'] as const),
      ...(['A plan for 2026-27 is known.', false] as const),
    ],
    [
      'of next year, seen in July',
      ...([{ yearsCovered: [2027] }, '2027-07-10', 'current'] as const),
      ...(['A plan for 2027-28 is known.', false] as const),
    ],
    [
      'that was looked for this year in vain',
      { lastLook: { on: '2026-10-12', result: 'none' } },
      ...([
        TODAY,
        'none_found',
        'Looked for on Mon 12 Oct 2026: none is published.',
        true,
      ] as const),
    ],
    [
      'of a school without a website',
      { lastLook: { on: '2026-10-12', result: 'no_site' } },
      ...([TODAY, 'none_found'] as const),
      ...(['Looked for on Mon 12 Oct 2026: the school has no website.', true] as const),
    ],
    [
      'that was looked for last year',
      { lastLook: { on: '2026-07-12', result: 'none' } },
      ...([TODAY, 'not_looked', 'Nobody has looked for a plan in 2026-27.', true] as const),
    ],
    [
      'of which the school says that it is published',
      { toldAddress: 'www.abbey.example/music' },
      ...([TODAY, 'not_looked'] as const),
      'Nobody has looked for a plan in 2026-27. The school says there is one: www.abbey.example/music',
      true,
    ],
    [
      'of a nursery school',
      { phase: 'Nursery' },
      ...([
        TODAY,
        'not_expected',
        'Nursery schools are not expected to have a plan.',
        false,
      ] as const),
    ],
    [
      'of a nursery school that has one anyway',
      { phase: 'Nursery', yearsCovered: [2026] },
      ...([TODAY, 'current', 'A plan for 2026-27 is known.', false] as const),
    ],
    [
      'that covers only a year far ahead',
      { yearsCovered: [2028] },
      ...([TODAY, 'not_looked', 'Nobody has looked for a plan in 2026-27.', true] as const),
    ],
  ])('%s', (_, over, today, state, sentence, givesPoints) => {
    expect(planStanding(record(over), today)).toEqual({ state, sentence, givesPoints });
  });

  it('changes for nobody with a plan of the year that ends when the year does', () => {
    const before = planStanding(record({ yearsCovered: [2025] }), '2026-08-31');
    const after = planStanding(record({ yearsCovered: [2025] }), '2026-09-01');
    expect([before.givesPoints, after.givesPoints]).toEqual([false, false]);
  });
});

it.each([
  ['12-31', '2026-11-20', '2026-12-31'],
  ['12-31', '2027-03-01', '2026-12-31'],
  ['02-28', '2026-11-20', '2027-02-28'],
  ['09-30', '2026-11-20', '2026-09-30'],
])('with %s plans may be renewed in the year of %s until %s', (until, today, day) => {
  expect(renewalEndsOn(today, { ...DEFAULT_PLAN_RULES, renewalEndsOn: until })).toBe(day);
});
