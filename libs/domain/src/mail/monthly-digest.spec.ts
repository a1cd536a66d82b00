import { type MonthFigures, monthLines } from './monthly-digest';

const figures = (changes: Partial<MonthFigures> = {}): MonthFigures => ({
  lastDay: '2024-11-30',
  ...{ visitsInMonth: 21, surveysInMonth: 18, lostInMonth: 2 },
  ...{ target: 180, visits: 52, expectedByToday: 54.4 },
  forecast: { expected: 172, low: 151, high: 193, assumed: false },
  weeklyRateNeeded: 4.8,
  surveys: { target: 180, submitted: 40 },
  ...{ schoolsInScope: 540, schoolsCovered: 50, notVisitedInThreeYears: 1204 },
  slackInWords: 'at 180 a year, 14 schools will be missed',
  ...changes,
});

it('says the month, the year so far and the cycle, one figure a line', () => {
  expect(monthLines(figures()).split('\n')).toEqual([
    'November 2024',
    '- 21 visits made, 18 surveys submitted',
    '- 2 visits cancelled or not held',
    '',
    'The academic year 2024-25 so far',
    '- 52 visits of 180: 2 visits behind the expected pace',
    '- About 172 visits by the end of the year, most likely between 151 and 193',
    '- Visits still needed: 4.8 a school week',
    '- 40 surveys of 180',
    '',
    'The three-year cycle',
    '- 50 of 540 schools covered; at 180 a year, 14 schools will be missed',
    '- 1,204 schools not visited in three years',
  ]);
});

it('speaks of one thing as of one', () => {
  const one = figures({
    ...{ visitsInMonth: 1, surveysInMonth: 1, lostInMonth: 1, visits: 1, expectedByToday: 0 },
    surveys: { target: 180, submitted: 1 },
    ...{ schoolsInScope: 1, schoolsCovered: 0, notVisitedInThreeYears: 1 },
  });
  const lines = monthLines(one);
  for (const line of ['1 visit made, 1 survey submitted', '1 visit cancelled', '1 visit of 180:']) {
    expect(lines).toContain(`- ${line}`);
  }
  expect(lines).toContain('- 0 of 1 school covered');
  expect(lines).toContain('- 1 school not visited');
});

// Rule 2: August ends the year, September begins the next one.
it.each([
  ['2025-08-31', 'August 2025', 'The academic year 2024-25 so far', '128 visits short of'],
  ['2025-09-30', 'September 2025', 'The academic year 2025-26 so far', '2 visits behind'],
])('of a month that ends on %s names %s and its year', (lastDay, month, year, pace) => {
  const lines = monthLines(figures({ lastDay })).split('\n');
  expect([lines[0], lines[4]]).toEqual([month, year]);
  expect(lines[5]).toContain(`- 52 visits of 180: ${pace}`);
});

it('says so where there is nothing to go by yet, and nothing left to do', () => {
  const early = monthLines(figures({ forecast: null, weeklyRateNeeded: null }));
  expect(early).toContain('- No forecast before the first school day is over\n');
  expect(early).toContain('- Visits still needed: No school day is left this year\n');
  expect(monthLines(figures({ weeklyRateNeeded: 0 }))).toContain(
    '- Visits still needed: None: the target is reached\n',
  );
});
