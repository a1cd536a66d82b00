import {
  academicYearOf,
  academicYearSpan,
  addAcademicYears,
  type AcademicYear,
} from './academic-year';
import { dayParts, fromSerial, toSerial, type Day } from './day';

/** Days from one to the other, both inside. */
export interface DayRange {
  from: Day;
  to: Day;
}

/** When schools are open in one academic year: its terms, less the holidays inside them. */
export interface SchoolYearDates {
  terms: readonly DayRange[];
  /** Half terms and other breaks, where `terms` runs across them. */
  holidays?: readonly DayRange[];
}

/** The hub's term dates by academic year and the bank holidays, as plain data that can be stored. */
export interface SchoolCalendar {
  years: Readonly<Record<AcademicYear, SchoolYearDates>>;
  bankHolidays: readonly Day[];
}

/** A number of school days; `assumed` when term dates for some of them were not known. */
export interface SchoolDays {
  days: number;
  assumed: boolean;
}

const inside = (ranges: readonly DayRange[], day: Day) =>
  ranges.some(({ from, to }) => day >= from && day <= to);

/** School days in order; `assumed` as in `SchoolDays`. */
export interface SchoolDayList {
  days: Day[];
  assumed: boolean;
}

/** A number of days as `schoolDaysIn` lists them; 0 when `to` is before `from`. */
export function schoolDaysBetween(calendar: SchoolCalendar, from: Day, to: Day): SchoolDays {
  const { days, assumed } = schoolDaysIn(calendar, from, to);
  return { days: days.length, assumed };
}

/**
 * School days from `from` to `to`, both inside: Mondays to Fridays in term that are no holiday and
 * no bank holiday. For an academic year whose terms are not known, Mondays to Fridays outside
 * August take their place and `assumed` says so. None when `to` is before `from`.
 */
export function schoolDaysIn(calendar: SchoolCalendar, from: Day, to: Day): SchoolDayList {
  const bankHolidays = new Set(calendar.bankHolidays);
  const result: SchoolDayList = { days: [], assumed: false };
  if (to < from) return result;
  for (let year = academicYearOf(from); ; year = addAcademicYears(year, 1)) {
    const { opensOn, closesOn } = academicYearSpan(year);
    const dates = calendar.years[year];
    const terms = dates?.terms ?? [];
    if (terms.length === 0) result.assumed = true;
    const first = toSerial(from > opensOn ? from : opensOn);
    const last = toSerial(to < closesOn ? to : closesOn);
    for (let serial = first; serial <= last; serial += 1) {
      // 1 January 1970 was a Thursday, so 2 and 3 are its Saturday and Sunday.
      const dayOfWeek = ((serial % 7) + 7) % 7;
      if (dayOfWeek === 2 || dayOfWeek === 3) continue;
      const day = fromSerial(serial);
      const inTerm =
        terms.length === 0
          ? dayParts(day).month !== 8
          : inside(terms, day) && !inside(dates?.holidays ?? [], day);
      if (inTerm && !bankHolidays.has(day)) result.days.push(day);
    }
    if (to <= closesOn) return result;
  }
}

/** The school days of an academic year: over before today, still to come from today on, in all. */
export interface SchoolYearPace {
  gone: number;
  left: number;
  inYear: number;
  assumed: boolean;
}

/**
 * How far an academic year has come on a day, in school days. A day is gone when it is over, so
 * today still counts as one on which a visit can be made.
 */
export function schoolYearPace(
  calendar: SchoolCalendar,
  year: AcademicYear,
  today: Day,
): SchoolYearPace {
  const { opensOn, closesOn } = academicYearSpan(year);
  const { days, assumed } = schoolDaysIn(calendar, opensOn, closesOn);
  const inYear = days.length;
  const gone = days.filter((day) => day < today).length;
  return { gone, left: inYear - gone, inYear, assumed };
}
