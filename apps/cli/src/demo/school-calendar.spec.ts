import { checkBankHolidays, checkSchoolYear, formatDay } from '@tracker/domain';
import { bankHolidaysOf, easterSundayOf } from './bank-holidays';
import { demoCalendar } from './school-calendar';

it.each([
  [2024, '2024-03-31'],
  [2025, '2025-04-20'],
  [2026, '2026-04-05'],
  [2027, '2027-03-28'],
  [2038, '2038-04-25'],
])('Easter of %i is on %s', (year, day) => expect(easterSundayOf(year)).toBe(day));

it.each([
  [2024, ['01-01', '03-29', '04-01', '05-06', '05-27', '08-26', '12-25', '12-26']],
  [2026, ['01-01', '04-03', '04-06', '05-04', '05-25', '08-31', '12-25', '12-28']],
  [2027, ['01-01', '03-26', '03-29', '05-03', '05-31', '08-30', '12-27', '12-28']],
])('the bank holidays of %i are those that gov.uk publishes', (year, days) => {
  expect(bankHolidaysOf(year).map(({ day }) => day)).toEqual(days.map((day) => `${year}-${day}`));
});

it.each(['2024-11-20', '2024-02-29', '2026-11-22', '2027-08-31', '2031-09-01'])(
  'around %s every year fits the rules',
  (today) => {
    const { schoolYears, bankHolidayYears } = demoCalendar(today);
    expect(schoolYears.flatMap((year) => checkSchoolYear(year))).toEqual([]);
    const faults = bankHolidayYears.flatMap(({ year, days }) => checkBankHolidays(year, days));
    expect(faults).toEqual([]);
    for (const { holidays } of schoolYears) {
      expect(holidays.map(({ from, to }) => [formatDay(from), formatDay(to)].join())).toEqual(
        holidays.map(() => expect.stringMatching(/^Mon .*,Fri /)),
      );
    }
  },
);
