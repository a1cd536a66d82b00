import { halfTermsOf, nextHalfTerm } from './half-terms';
import { hubCalendar } from './hub-calendar';

const year = {
  year: '2026-27',
  firstDay: '2026-09-01',
  lastDay: '2027-07-22',
  holidays: [
    { name: 'autumn half term', from: '2026-10-26', to: '2026-10-30' },
    { name: 'Christmas holiday', from: '2026-12-21', to: '2027-01-01' },
    { name: 'Winter break', from: '2027-02-15', to: '2027-02-19' },
    { name: 'Easter holiday', from: '2027-03-26', to: '2027-04-09' },
    { name: 'Staff day', from: '2027-06-28', to: '2027-06-28' },
  ],
};
const calendar = hubCalendar([year], [{ day: '2027-04-12', name: 'Bank holiday' }]);

it('halves a term at its half term, and leaves a term whole that has none', () => {
  expect(halfTermsOf(year).map(({ name }) => name)).toEqual([
    'Autumn term, first half',
    'Autumn term, second half',
    'Spring term, first half',
    'Spring term, second half',
    'Summer term',
  ]);
});

it('leaves a term whole where two breaks could be its half term', () => {
  const holidays = [
    ...year.holidays,
    { name: 'Trip', from: '2026-11-23', to: '2026-11-27' },
    { name: 'Trip', from: '2027-03-01', to: '2027-03-05' },
  ];
  expect(halfTermsOf({ ...year, holidays }).map(({ name }) => name)).toEqual([
    // Called so, the half term is known.
    'Autumn term, first half',
    'Autumn term, second half',
    'Spring term',
    'Summer term',
  ]);
});

it.each([
  // Before the year and on its first day.
  ['2026-08-31', null],
  ['2026-09-01', ['Autumn term, second half', '2026-11-02', '2026-12-18']],
  // In the half term, and on the first day after it.
  ['2026-10-28', ['Autumn term, second half', '2026-11-02', '2026-12-18']],
  ['2026-11-02', ['Spring term, first half', '2027-01-04', '2027-02-12']],
  ['2027-01-03', ['Spring term, first half', '2027-01-04', '2027-02-12']],
  ['2027-01-04', ['Spring term, second half', '2027-02-22', '2027-03-25']],
  // From the first school day: the Monday is a bank holiday.
  ['2027-04-12', ['Summer term', '2027-04-13', '2027-07-22']],
  // The next year's dates are not known.
  ['2027-04-13', null],
])('after %s comes %j', (day, expected) => {
  const next = nextHalfTerm(calendar, day);
  expect(next && [next.name, next.from, next.to]).toEqual(expected);
});

it('goes on into the next year where its dates are known', () => {
  const later = { ...year, year: '2027-28', firstDay: '2027-09-02', lastDay: '2028-07-20' };
  const both = hubCalendar([year, { ...later, holidays: [] }], []);
  expect(nextHalfTerm(both, '2027-07-01')).toMatchObject({ year: '2027-28', from: '2027-09-02' });
});
