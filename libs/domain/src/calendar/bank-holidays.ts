import { addDays, dayOf, type Day, weekday } from '../day';
import type { NamedDay } from './hub-calendar';

/** Easter Sunday by the Gregorian rule (the anonymous computus of 1876). */
function easterSunday(year: number): Day {
  const golden = year % 19;
  const century = Math.floor(year / 100);
  const ofCentury = year % 100;
  const moon =
    (19 * golden +
      century -
      Math.floor(century / 4) -
      Math.floor((century - Math.floor((century + 8) / 25) + 1) / 3) +
      15) %
    30;
  const toSunday =
    (32 + 2 * (century % 4) + 2 * Math.floor(ofCentury / 4) - moon - (ofCentury % 4)) % 7;
  const late = Math.floor((golden + 11 * moon + 22 * toSunday) / 451);
  const sum = moon + toSunday - 7 * late + 114;
  return dayOf({ year, month: Math.floor(sum / 31), date: (sum % 31) + 1 });
}

const MONDAY = 1;
const SATURDAY = 6;

const firstMonday = (year: number, month: number): Day => {
  const first = dayOf({ year, month, date: 1 });
  return addDays(first, (MONDAY - weekday(first) + 7) % 7);
};

function lastMonday(year: number, month: number): Day {
  const last = addDays(dayOf({ year, month: month + 1, date: 1 }), -1);
  return addDays(last, MONDAY - weekday(last));
}

/** The day itself, or the next weekday that no other holiday has taken. */
function observed(day: Day, taken: readonly Day[]): Day {
  let on = day;
  while (weekday(on) >= SATURDAY || taken.includes(on)) on = addDays(on, 1);
  return on;
}

/**
 * The bank holidays of England and Wales in a calendar year, in order, by the standing rules (Banking
 * and Financial Dealings Act 1971 and the yearly proclamations): a day on a weekend moves to the next
 * weekday. Days moved or added by a proclamation of one year (1995, 2002, 2012, 2020, 2022, 2023) are
 * not known here.
 */
export function bankHolidaysOf(year: number): NamedDay[] {
  const easter = easterSunday(year);
  const christmas = dayOf({ year, month: 12, date: 25 });
  const boxing = dayOf({ year, month: 12, date: 26 });
  // A Boxing Day on a weekday keeps its day; a Christmas Day on a Sunday then moves beyond it.
  const boxingOn = weekday(boxing) < SATURDAY ? boxing : addDays(boxing, 2);
  return [
    { name: 'New Year’s Day', day: observed(dayOf({ year, month: 1, date: 1 }), []) },
    { name: 'Good Friday', day: addDays(easter, -2) },
    { name: 'Easter Monday', day: addDays(easter, 1) },
    { name: 'Early May bank holiday', day: firstMonday(year, 5) },
    { name: 'Spring bank holiday', day: lastMonday(year, 5) },
    { name: 'Summer bank holiday', day: lastMonday(year, 8) },
    { name: 'Christmas Day', day: observed(christmas, [boxingOn]) },
    { name: 'Boxing Day', day: boxingOn },
  ].sort((a, b) => (a.day < b.day ? -1 : 1));
}
