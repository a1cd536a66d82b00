import {
  academicYearOf,
  academicYearSpan,
  addAcademicYears,
  addDays,
  type Day,
  dayParts,
  type NamedDays,
  startingYear,
  weekday,
  bankHolidaysOf,
  easterSundayOf,
} from '@tracker/domain';
import type { BankHolidayYearEntity, SchoolYearEntity } from '@tracker/data';

/** Term dates and bank holidays of the demo hub. */
export interface DemoCalendar {
  schoolYears: Pick<SchoolYearEntity, 'year' | 'firstDay' | 'lastDay' | 'holidays'>[];
  bankHolidayYears: Pick<BankHolidayYearEntity, 'year' | 'days'>[];
}

const mondayOf = (day: Day): Day => addDays(day, 1 - weekday(day));
const fridayAfter = (monday: Day, weeks: number): Day => addDays(monday, 7 * weeks - 3);

function holidaysOf(starts: number): NamedDays[] {
  const autumn = mondayOf(`${starts}-10-28`);
  const christmas = mondayOf(`${starts}-12-24`);
  const february = mondayOf(`${starts + 1}-02-17`);
  const easter = addDays(easterSundayOf(starts + 1), -6);
  const may = mondayOf(`${starts + 1}-05-31`);
  return [
    { name: 'Autumn half term', from: autumn, to: fridayAfter(autumn, 1) },
    { name: 'Christmas holiday', from: christmas, to: fridayAfter(christmas, 2) },
    { name: 'February half term', from: february, to: fridayAfter(february, 1) },
    { name: 'Easter holiday', from: easter, to: fridayAfter(easter, 2) },
    { name: 'Summer half term', from: may, to: fridayAfter(may, 1) },
  ];
}

/** The terms are made up after the habits of English counties; the bank holidays are the real ones. */
export function demoCalendar(today: Day): DemoCalendar {
  const current = academicYearOf(today);
  const years = [-3, -2, -1, 0, 1].map((offset) => addAcademicYears(current, offset));
  const schoolYears = years.map((year) => {
    const starts = startingYear(year);
    const { opensOn } = academicYearSpan(year);
    // The first Tuesday of September or later, and a Tuesday in the third week of July.
    const firstDay = addDays(mondayOf(addDays(opensOn, 5)), 1);
    const lastDay = addDays(mondayOf(`${starts + 1}-07-22`), 1);
    return { year, firstDay, lastDay, holidays: holidaysOf(starts) };
  });
  const { year: thisYear } = dayParts(today);
  const bankHolidayYears = [-3, -2, -1, 0, 1, 2].map((offset) => {
    const year = thisYear + offset;
    return { year, days: bankHolidaysOf(year) };
  });
  return { schoolYears, bankHolidayYears };
}
