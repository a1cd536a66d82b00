import { bankHolidaysOf, easterSundayOf } from './bank-holidays';

const daysOf = (year: number) => bankHolidaysOf(year).map(({ day }) => day.slice(5));

// As gov.uk/bank-holidays publishes them for England and Wales.
it.each([
  [2019, ['01-01', '04-19', '04-22', '05-06', '05-27', '08-26', '12-25', '12-26']],
  [2021, ['01-01', '04-02', '04-05', '05-03', '05-31', '08-30', '12-27', '12-28']],
  [2024, ['01-01', '03-29', '04-01', '05-06', '05-27', '08-26', '12-25', '12-26']],
  [2025, ['01-01', '04-18', '04-21', '05-05', '05-26', '08-25', '12-25', '12-26']],
  [2026, ['01-01', '04-03', '04-06', '05-04', '05-25', '08-31', '12-25', '12-28']],
  [2027, ['01-01', '03-26', '03-29', '05-03', '05-31', '08-30', '12-27', '12-28']],
  [2028, ['01-03', '04-14', '04-17', '05-01', '05-29', '08-28', '12-25', '12-26']],
])('%p has its eight', (year, days) => expect(daysOf(year)).toEqual(days));

it('moves a Christmas Day on a Sunday beyond Boxing Day', () =>
  expect(bankHolidaysOf(2033).slice(-2)).toEqual([
    { name: 'Boxing Day', day: '2033-12-26' },
    { name: 'Christmas Day', day: '2033-12-27' },
  ]));

it.each([
  [1961, '1961-04-02'],
  [2000, '2000-04-23'],
  [2008, '2008-03-23'],
  [2011, '2011-04-24'],
  [2024, '2024-03-31'],
  [2026, '2026-04-05'],
  [2038, '2038-04-25'],
  [2057, '2057-04-22'],
])('Easter of %i is on %s', (year, day) => expect(easterSundayOf(year)).toBe(day));
