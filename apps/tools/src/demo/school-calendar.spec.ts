import { checkBankHolidays, checkSchoolYear, formatDay } from '@tracker/domain';
import { demoCalendar } from './school-calendar';

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
