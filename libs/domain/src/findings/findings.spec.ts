import {
  forecastInWords,
  paceInWords,
  regionsBehindInWords,
  targetReachedInWords,
  weeklyRateInWords,
} from '.';

const YEAR = '2024-25';
const standing = { academicYear: YEAR, asOf: '2024-11-20', target: 180 };

describe('the pace in words', () => {
  it.each([
    ['2024-11-20', 23, 31.4, '8 visits behind the expected pace'],
    ['2024-11-20', 32, 31.4, '1 visit ahead of the expected pace'],
    ['2024-11-20', 31, 31.4, 'on the expected pace'],
    ['2024-08-20', 0, 0, 'the year has not begun'],
    ['2025-08-30', 170, 180, '10 visits behind the expected pace'],
    ['2025-08-31', 170, 180, '10 visits short of the target'],
    ['2025-09-01', 179, 180, '1 visit short of the target'],
    ['2025-09-01', 180, 180, 'exactly the target'],
    ['2026-03-01', 182, 180, '2 visits above the target'],
  ])('on %s, %i visits of %d expected: %s', (asOf, visits, expectedByToday, words) =>
    expect(paceInWords({ ...standing, asOf, visits, expectedByToday })).toBe(words),
  );
});

it.each([
  [null, 'No forecast before the first school day is over'],
  [
    { expected: 150, low: 140, high: 160, assumed: false },
    'About 150 visits by the end of the year, most likely between 140 and 160',
  ],
  [{ expected: 1, low: 1, high: 1, assumed: false }, '1 visit by the end of the year'],
])('the forecast %j: %s', (forecast, words) => expect(forecastInWords(forecast)).toBe(words));

it.each([
  [{}, '2025-06-03', 'At this pace 180 visits are reached on Tue 3 Jun 2025.'],
  [
    {},
    '2025-10-03',
    'At this pace 180 visits are reached on Fri 3 Oct 2025, after the year has ended.',
  ],
  [{}, null, 'At this pace 180 visits are not reached within five years.'],
  [{ visits: 0 }, null, 'There is no pace to go by yet: no visit has been made.'],
  [{ visits: 181 }, '2025-06-03', '180 visits were reached on Tue 3 Jun 2025.'],
  [{ visits: 180 }, null, '180 visits were reached.'],
  [{ target: 1, visits: 1 }, '2025-06-03', '1 visit was reached on Tue 3 Jun 2025.'],
  [{ target: 0 }, '2024-09-01', 'The target is 0, so there is nothing to reach.'],
  [{ asOf: '2025-08-31' }, '2025-10-03', '180 visits were not reached: 23 of 180.'],
  [{ asOf: '2024-08-31', visits: 0 }, null, 'There is no pace to go by before the year has begun.'],
])('the target of %j reached on %s: %s', (over, targetReachedOn, words) =>
  expect(targetReachedInWords({ ...standing, visits: 23, ...over, targetReachedOn })).toBe(words),
);

it.each([
  [null, 'No school day is left this year'],
  [0, 'None: the target is reached'],
  [4.2, '4.2 a school week'],
])('%p a week: %s', (rate, words) => expect(weeklyRateInWords(rate)).toBe(words));

describe('which region is behind', () => {
  const region = (label: string, visits: number, expectedByToday: number) => ({
    label,
    visits,
    expectedByToday,
    target: 60,
  });
  it.each([
    [[], 'There are no regions yet.'],
    [[region('East', 10, 10.4)], 'No region is behind the expected pace.'],
    [
      [region('East', 5, 10), region('West', 10, 10)],
      'East is behind by 5 visits, the others are not.',
    ],
    [
      [region('West', 9, 10), region('East', 5, 10), region('North', 8, 10), region('Mid', 9, 10)],
      'East is furthest behind, by 5 visits; also behind: North by 2, Mid by 1, and 1 other.',
    ],
  ])('%j', (regions, words) => expect(regionsBehindInWords(regions, standing)).toBe(words));

  it('goes by the target once the year is over', () =>
    expect(
      regionsBehindInWords([region('East', 58, 60)], { ...standing, asOf: '2025-10-01' }),
    ).toBe('East is behind by 2 visits, the others are not.'));
});
