import { addDays, dayOf, type Day, weekday } from '../day';
import type { NamedDay } from './hub-calendar';

/** Easter Sunday of the Gregorian calendar, by the rule of Meeus, Jones and Butcher. */
export function easterSundayOf(year: number): Day {
  const a = year % 19;
  const b = Math.floor(year / 100);
  const c = year % 100;
  const f = Math.floor((b + 8) / 25);
  const g = Math.floor((b - f + 1) / 3);
  const h = (19 * a + b - Math.floor(b / 4) - g + 15) % 30;
  const l = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - h - (c % 4)) % 7;
  const m = Math.floor((a + 11 * h + 22 * l) / 451);
  const n = h + l - 7 * m + 114;
  return dayOf({ year, month: Math.floor(n / 31), date: (n % 31) + 1 });
}

const firstMonday = (day: Day): Day => addDays(day, (8 - weekday(day)) % 7);
const lastMonday = (day: Day): Day => addDays(day, 1 - weekday(day));

/** The next weekday that is no holiday yet, when a holiday falls on a weekend. */
function observed(day: Day, taken: readonly Day[]): Day {
  let on = day;
  while (weekday(on) > 5 || taken.includes(on)) on = addDays(on, 1);
  return on;
}

/**
 * The bank holidays of England and Wales in a calendar year, in order, by the standing rules: a day on
 * a weekend moves to the next weekday. Days that a proclamation moves or adds in one year (2020, 2022,
 * 2023) are not known here. Source: gov.uk/bank-holidays.
 */
export function bankHolidaysOf(year: number): NamedDay[] {
  const easter = easterSundayOf(year);
  // Christmas Day on a Sunday is made up for after Boxing Day, which keeps its Monday.
  const onSunday = weekday(`${year}-12-25`) === 7;
  const christmas = onSunday ? `${year}-12-27` : observed(`${year}-12-25`, []);
  const boxing = observed(`${year}-12-26`, [christmas]);
  const days: NamedDay[] = [
    { day: observed(`${year}-01-01`, []), name: "New Year's Day" },
    { day: addDays(easter, -2), name: 'Good Friday' },
    { day: addDays(easter, 1), name: 'Easter Monday' },
    { day: firstMonday(`${year}-05-01`), name: 'Early May bank holiday' },
    { day: lastMonday(`${year}-05-31`), name: 'Spring bank holiday' },
    { day: lastMonday(`${year}-08-31`), name: 'Summer bank holiday' },
    { day: christmas, name: 'Christmas Day' },
    { day: boxing, name: 'Boxing Day' },
  ];
  return days.sort((a, b) => (a.day < b.day ? -1 : 1));
}
