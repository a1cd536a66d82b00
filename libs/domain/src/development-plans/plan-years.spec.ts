import { likelyPlanYear, planYearsInWords, planYearsProblem, yearsFromTo } from './plan-years';

const TODAY = '2026-11-20';

it.each([
  [['2026-27']],
  [['2028-29']],
  [['2026-27', '2024-25', '2025-26']],
  [['2022-23', '2023-24', '2024-25', '2025-26', '2026-27']],
  [['1999-00']],
])('takes %j', (years) => expect(planYearsProblem(years, TODAY)).toBeNull());

it.each([
  [[], 'Say which academic years the plan covers.'],
  [['last year'], '“last year” is no academic year. Write it like 2026-27.'],
  [['2024-26'], '“2024-26” is no academic year. Write it like 2026-27.'],
  [['2029-30'], 'A plan can be for 2028-29 at the latest.'],
  [['2042-43'], 'A plan can be for 2028-29 at the latest.'],
  [['2024-25', '2026-27'], 'Give academic years that follow each other, each once.'],
  [['2026-27', '2026-27'], 'Give academic years that follow each other, each once.'],
  [
    ['2021-22', '2022-23', '2023-24', '2024-25', '2025-26', '2026-27'],
    'A plan covers at most 5 academic years.',
  ],
])('refuses %j', (years, problem) => expect(planYearsProblem(years, TODAY)).toBe(problem));

it.each([
  ['2024-07-22', '2024-25'],
  ['2025-05-31', '2024-25'],
  ['2026-06-01', '2026-27'],
  ['2026-11-20', '2026-27'],
  ['2027-01-10', '2026-27'],
])('of a plan found on %s suggests %s', (day, year) => expect(likelyPlanYear(day)).toBe(year));

it('says one year or from which to which', () => {
  expect(planYearsInWords(['2026-27'])).toBe('2026-27');
  expect(planYearsInWords(['2026-27', '2024-25', '2025-26'])).toBe('2024-25 to 2026-27');
  expect(yearsFromTo('2024-25', '2026-27')).toEqual(['2024-25', '2025-26', '2026-27']);
});
