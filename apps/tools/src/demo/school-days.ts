import {
  academicYearOf,
  academicYearSpan,
  addAcademicYears,
  addDays,
  dayOf,
  dayParts,
  startingYear,
  weekday,
  type AcademicYear,
  type Day,
} from '@tracker/domain';

/** Easter Sunday of a year, by the anonymous Gregorian algorithm. */
export function easterSunday(year: number): Day {
  const a = year % 19;
  const b = Math.floor(year / 100);
  const c = year % 100;
  const d =
    (19 * a + b - Math.floor(b / 4) - Math.floor((b - Math.floor((b + 8) / 25) + 1) / 3) + 15) % 30;
  const e = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - d - (c % 4)) % 7;
  const f = d + e - 7 * Math.floor((a + 11 * d + 22 * e) / 451) + 114;
  return dayOf({ year, month: Math.floor(f / 31), date: (f % 31) + 1 });
}

const mondayOf = (day: Day): Day => addDays(day, 1 - weekday(day));

/**
 * The days on which the invented county's schools are open in an academic year: Mondays to Fridays
 * from 4 September to 20 July, without half terms, two weeks each at Christmas and Easter, and the
 * bank holidays that fall in term. Only what the demo hub needs to look right; a hub's own term
 * dates are something else.
 */
export function openDaysOf(academicYear: AcademicYear): Day[] {
  const autumn = startingYear(academicYear);
  const spring = autumn + 1;
  const easter = easterSunday(spring);
  const mayDay = mondayOf(`${spring}-05-07`);
  const week = (day: Day) => [mondayOf(day), addDays(mondayOf(day), 4)] as const;
  const closed = [
    week(`${autumn}-10-28`),
    [`${autumn}-12-20`, `${spring}-01-04`],
    week(`${spring}-02-16`),
    [addDays(easter, -6), addDays(easter, 5)],
    [mayDay, mayDay],
    week(`${spring}-05-31`),
  ] as const;
  const days: Day[] = [];
  for (let day = `${autumn}-09-04`; day <= `${spring}-07-20`; day = addDays(day, 1)) {
    const open = weekday(day) <= 5 && !closed.some(([from, to]) => day >= from && day <= to);
    if (open) days.push(day);
  }
  return days;
}

/** The last open days before `today`, the latest first. */
export function openDaysBefore(today: Day, count: number): Day[] {
  const year = academicYearOf(today);
  return [addAcademicYears(year, -1), year]
    .flatMap(openDaysOf)
    .filter((day) => day < today)
    .reverse()
    .slice(0, count);
}

/** The next open days, `today` among them when it is one. */
export function openDaysFrom(today: Day, count: number): Day[] {
  const year = academicYearOf(today);
  return [year, addAcademicYears(year, 1)]
    .flatMap(openDaysOf)
    .filter((day) => day >= today)
    .slice(0, count);
}

/** How readily schools receive visitors in a month, 1 the usual. */
const BUSY: Record<number, number> = { 9: 0.6, 12: 0.6, 3: 1.2, 4: 0.8, 5: 0.9, 6: 1.1, 7: 0.6 };

/** How likely a visit is on an open day: few in September, December and July, none in August. */
export function readinessOn(day: Day): number {
  return BUSY[dayParts(day).month] ?? 1;
}

/** The next 31 August on or after a day. */
export function endOfSchoolYear(day: Day): Day {
  return academicYearSpan(academicYearOf(day)).closesOn;
}
