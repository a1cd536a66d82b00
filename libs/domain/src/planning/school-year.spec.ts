import { hubCalendar } from '../calendar';
import { cycleOfYear, halfTermsOfDays, planYearOf, springTermEndsOn } from './school-year';
import { HALF_TERMS, SCHOOL_DAYS } from './testing/calendar-2024';

it('parts half terms where nine or more days lie from one school day to the next', () => {
  expect(halfTermsOfDays(SCHOOL_DAYS)).toEqual(HALF_TERMS);
  const days = ['2024-10-01', '2024-10-09', '2024-10-18'];
  expect(halfTermsOfDays(days)).toEqual([
    { from: '2024-10-01', to: '2024-10-09' },
    { from: '2024-10-18', to: '2024-10-18' },
  ]);
  expect(halfTermsOfDays([])).toEqual([]);
});

it.each([
  ['2024-25', HALF_TERMS.map(({ to }) => to)],
  ['2026-27', ['2026-10-23', '2026-12-18', '2027-02-12', '2027-03-25', '2027-05-28', '2027-07-22']],
])(
  'assumes the six half terms that most schools have where dates of %s are not known',
  (year, ends) => {
    const { halfTerms, assumed, schoolDays } = planYearOf(hubCalendar([], []), year);
    expect(assumed).toBe(true);
    expect(halfTerms).toHaveLength(6);
    expect(halfTerms.slice(0, 5).map(({ to }) => to)).toEqual(ends.slice(0, 5));
    expect(schoolDays).not.toContain(`${year.slice(0, 4)}-12-26`);
  },
);

it('P8: knows when the spring term ends, and which year of a cycle is the last', () => {
  const { halfTerms } = planYearOf(hubCalendar([], []), '2026-27');
  expect(springTermEndsOn('2026-27', halfTerms)).toBe('2027-03-25');
  expect(springTermEndsOn('2024-25', HALF_TERMS)).toBe('2025-04-04');
  expect(springTermEndsOn('2026-27', [])).toBe('2027-03-31');
  expect(cycleOfYear('2026-27', '2024-25')).toEqual({ opensOn: '2024-09-01', isLast: true });
  expect(cycleOfYear('2025-26', '2024-25').isLast).toBe(false);
});
