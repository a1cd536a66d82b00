import fc from 'fast-check';
import { LOOK_RESULTS, planStanding } from './development-plans';
import { addMonths, fromSerial, toSerial } from './day';
import { scoreSchool } from './priority-score';
import type { FactorKey, ScoreFacts } from './score-factors';
import { compareInQueue } from './queue-order';
import { DEFAULT_WEIGHTS } from './score-weights';

const today = '2024-11-20';
const NO_PLAN = { yearsCovered: [], phase: 'Primary', lastLook: null, toldAddress: null };

/** A school that gets no points at all, changed as the test needs it. */
const facts = (changes: Partial<ScoreFacts> = {}): ScoreFacts => ({
  lastVisitedOn: '2024-03-04',
  fsmPercent: 0,
  plan: planStanding({ ...NO_PLAN, yearsCovered: [2024] }, today),
  overdueActions: 0,
  specialOrAlternative: false,
  hasMusicLead: true,
  ...changes,
});

/** One factor of a school's score; what holds of every score is checked on the way. */
function factorOf(key: FactorKey, changes: Partial<ScoreFacts>) {
  const { factors, score } = scoreSchool(facts(changes), today);
  expect(factors.map((one) => one.key)).toEqual([
    ...['time_since_visit', 'free_school_meals', 'no_music_plan', 'overdue_actions'],
    ...['special_or_alternative', 'no_music_lead'],
  ]);
  const tenths = factors.reduce((sum, one) => sum + Math.round(one.points * 10), 0);
  expect(Math.round(score * 10)).toBe(tenths);
  const factor = factors.find((one) => one.key === key);
  return [factor?.points, factor?.detail];
}

describe('score of a school', () => {
  it('is that of the example: 36 months give 16.7 points', () => {
    const score = scoreSchool(facts({ lastVisitedOn: '2021-11-19' }), today);
    expect(score).toMatchObject({ state: 'overdue', band: 1, score: 16.7, monthsSince: 36 });
    expect(score.factors[0]).toEqual({
      key: 'time_since_visit',
      label: 'Time since the last visit',
      points: 16.7,
      detail: 'Last visited Fri 19 Nov 2021, 3 years ago: 36 whole months, 12 past the first 24.',
    });
  });

  it('is 100 at the most and 0 at the least', () => {
    const most = facts({
      lastVisitedOn: null,
      fsmPercent: 55,
      plan: planStanding(NO_PLAN, today),
      overdueActions: 3,
      specialOrAlternative: true,
      hasMusicLead: false,
    });
    expect(scoreSchool(most, today)).toMatchObject({ score: 100, band: 1, monthsSince: null });
    expect(scoreSchool(facts(), today)).toMatchObject({ score: 0, band: 3, monthsSince: 8 });
  });

  it.each([
    [null, 50, 'Never visited, which counts in full.'],
    ['2024-11-20', 0, 'Wed 20 Nov 2024, less than a month ago: within the first 24 months'],
    ['2024-10-21', 0, 'Mon 21 Oct 2024, less than a month ago: within the first 24 months'],
    ['2022-11-20', 0, 'Sun 20 Nov 2022, 2 years ago: within the first 24 months, so no points.'],
    [
      '2022-10-20',
      1.4,
      'Thu 20 Oct 2022, 2 years 1 month ago: 25 whole months, 1 past the first 24.',
    ],
    ['2021-11-21', 15.3, '2 years 11 months ago: 35 whole months, 11 past the first 24.'],
    ['2021-05-20', 25, '3 years 6 months ago: 42 whole months, 18 past the first 24.'],
    ['2019-12-20', 48.6, '4 years 11 months ago: 59 whole months, 35 past the first 24.'],
    ['2019-11-20', 50, 'Wed 20 Nov 2019, 5 years ago: 60 months or more count in full.'],
    ['2009-11-20', 50, 'Fri 20 Nov 2009, 15 years ago: 60 months or more count in full.'],
    ['2025-01-01', 0, 'less than a month ago'],
  ])('last visited %s: %d for time', (lastVisitedOn, points, detail) =>
    expect(factorOf('time_since_visit', { lastVisitedOn })).toEqual([
      points,
      expect.stringContaining(detail),
    ]),
  );

  it.each([
    [null, 0, 'Free school meals: not known, so no points.'],
    [NaN, 0, 'Free school meals: not known, so no points.'],
    [0, 0, 'No pupils are eligible for free school meals, so no points.'],
    [
      12.5,
      6.3,
      '12.5% of pupils are eligible for free school meals, in proportion to 40%, which counts in full.',
    ],
    [12.3, 6.2, expect.stringContaining('12.3% of pupils')],
    [20, 10, expect.stringContaining('20% of pupils')],
    [40, 20, '40% of pupils are eligible for free school meals: 40% or more counts in full.'],
    [100, 20, '100% of pupils are eligible for free school meals: 40% or more counts in full.'],
  ])('%d%% eligible for free school meals: %d', (fsmPercent, points, detail) =>
    expect(factorOf('free_school_meals', { fsmPercent })).toEqual([points, detail]),
  );

  it.each([
    [0, 0, 'No follow-up action is past its due date, so no points.'],
    [1, 5, '1 follow-up action is past its due date.'],
    [2, 10, '2 follow-up actions are past their due date.'],
    [7, 10, '7 follow-up actions are past their due date.'],
  ])('%i overdue actions: %d', (overdueActions, points, detail) =>
    expect(factorOf('overdue_actions', { overdueActions })).toEqual([points, detail]),
  );

  it.each([
    ['no_music_plan', {}, 0, 'A plan for 2024-25 is known.'],
    [
      'no_music_plan',
      { plan: planStanding(NO_PLAN, today) },
      10,
      /^Nobody has looked .* 2024-25\.$/,
    ],
    [
      'no_music_plan',
      { plan: planStanding({ ...NO_PLAN, yearsCovered: [2023] }, today) },
      ...([0, /it is to be renewed by 31 December 2024\.$/] as const),
    ],
    [
      'no_music_plan',
      { plan: planStanding({ ...NO_PLAN, yearsCovered: [2022] }, today) },
      ...([10, 'The plan on record covers 2022-23.'] as const),
    ],
    [
      'no_music_plan',
      { plan: planStanding({ ...NO_PLAN, phase: 'Nursery' }, today) },
      ...([0, 'Nursery schools are not expected to have a plan.'] as const),
    ],
    ['special_or_alternative', { specialOrAlternative: true }, 5, /^It is a special school, a /],
    ['special_or_alternative', {}, 0, /^Not a special school, .*, so no points\.$/],
    ['no_music_lead', { hasMusicLead: false }, 5, 'No music lead is known.'],
    ['no_music_lead', {}, 0, 'A music lead is known, so no points.'],
  ] as const)('%s with %j: %d', (key, changes, points, detail) =>
    expect(factorOf(key, changes)).toEqual([points, expect.stringMatching(detail)]),
  );

  it('follows the weights of the hub', () => {
    const weights = { ...DEFAULT_WEIGHTS, noMusicLead: 7.25, overdueActions: { most: 9, each: 4 } };
    const found = scoreSchool(facts({ hasMusicLead: false, overdueActions: 3 }), today, weights);
    expect(found.score).toBe(16.3);
  });
});

const someDay = fc.integer({ min: toSerial('2010-01-01'), max: toSerial(today) }).map(fromSerial);
const someFacts = fc.record<ScoreFacts>({
  lastVisitedOn: fc.option(someDay),
  fsmPercent: fc.option(fc.integer({ min: 0, max: 1000 }).map((tenths) => tenths / 10)),
  plan: fc
    .record({
      yearsCovered: fc.array(fc.integer({ min: 2020, max: 2026 }), { maxLength: 3 }),
      phase: fc.constantFrom('Primary', 'Nursery', null),
      lastLook: fc.option(fc.record({ on: someDay, result: fc.constantFrom(...LOOK_RESULTS) })),
      toldAddress: fc.constantFrom(null, '', 'www.abbey.example'),
    })
    .map((record) => planStanding(record, today)),
  overdueActions: fc.integer({ min: 0, max: 9 }),
  specialOrAlternative: fc.boolean(),
  hasMusicLead: fc.boolean(),
});

describe('properties of the score', () => {
  it('is between 0 and 100, to one decimal, with all six factors and a sentence each', () => {
    fc.assert(
      fc.property(someFacts, (one) => {
        const { score, factors } = scoreSchool(one, today);
        expect(score >= 0 && score <= 100).toBe(true);
        expect(Number(score.toFixed(1))).toBe(score);
        expect(factors).toHaveLength(6);
        for (const { detail } of factors)
          expect(detail).toMatch(/^[A-Z\d].+(\.|: www\.abbey\.example)$/);
      }),
    );
  });

  it('never falls while a school stays unvisited', () => {
    fc.assert(
      fc.property(someFacts, fc.integer({ min: 1, max: 60 }), (one, months) => {
        const now = scoreSchool(one, today);
        const later = scoreSchool(one, addMonths(today, months));
        expect(later.score).toBeGreaterThanOrEqual(now.score);
      }),
    );
  });

  it('lifts no school out of its band, however large a weight', () => {
    const most = fc.integer({ min: 0, max: 1_000_000 });
    const someWeights = fc.record({
      timeSinceVisit: most.map((m) => ({ most: m, fromMonths: 24, fullMonths: 60 })),
      freeSchoolMeals: most.map((m) => ({ most: m, fullPercent: 40 })),
      noMusicPlan: most,
      overdueActions: most.map((m) => ({ most: m, each: m })),
      specialOrAlternative: most,
      noMusicLead: most,
    });
    const schools = fc.array(someFacts, { minLength: 2, maxLength: 12 });
    fc.assert(
      fc.property(schools, someWeights, (all, weights) => {
        const queue = all.map(({ lastVisitedOn, ...rest }, i) => ({
          ...scoreSchool({ lastVisitedOn, ...rest }, today, weights),
          lastVisitedOn,
          name: `School ${i}`,
        }));
        const bands = queue.sort(compareInQueue).map(({ band }) => band);
        expect(bands).toEqual([...bands].sort());
      }),
    );
  });
});
