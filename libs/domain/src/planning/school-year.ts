import { academicYearSpan, addAcademicYears, type AcademicYear } from '../academic-year';
import { easterSundayOf } from '../calendar/bank-holidays';
import { addDays, dayParts, daysBetween, weekday, type Day } from '../day';
import { schoolDaysIn, type DayRange, type SchoolCalendar } from '../school-calendar';
import { visitCycleOn, YEARS_IN_CYCLE } from '../visit-cycle';
import type { HalfTermDays } from './problem';

/** From one school day to the next; so many days are a holiday that parts two half terms. */
const PARTS_HALF_TERMS_FROM_DAYS = 9;

/** School days in order, as half terms. */
export function halfTermsOfDays(schoolDays: readonly Day[]): HalfTermDays[] {
  const halfTerms: HalfTermDays[] = [];
  for (const day of schoolDays) {
    const last = halfTerms.at(-1);
    if (last && daysBetween(last.to, day) < PARTS_HALF_TERMS_FROM_DAYS) last.to = day;
    else halfTerms.push({ from: day, to: day });
  }
  return halfTerms;
}

/** An academic year as plans are made of it. */
export interface PlanYear {
  schoolDays: Day[];
  halfTerms: HalfTermDays[];
  /** Its term dates are not known, and the holidays that most schools have took their place. */
  assumed: boolean;
}

export function planYearOf(calendar: SchoolCalendar, year: AcademicYear): PlanYear {
  const { opensOn, closesOn } = academicYearSpan(year);
  const { days, assumed } = schoolDaysIn(calendar, opensOn, closesOn);
  const holidays = assumed ? usualHolidays(year) : [];
  const schoolDays = days.filter(
    (day) => !holidays.some(({ from, to }) => day >= from && day <= to),
  );
  return { schoolDays, halfTerms: halfTermsOfDays(schoolDays), assumed };
}

const mondayFrom = (day: Day): Day => addDays(day, (8 - weekday(day)) % 7);
const lastMondayBy = (day: Day): Day => addDays(day, 1 - weekday(day));

/** The holidays of most schools in England. */
function usualHolidays(year: AcademicYear): DayRange[] {
  const { opensOn, closesOn } = academicYearSpan(year);
  const autumn = dayParts(opensOn).year;
  const spring = dayParts(closesOn).year;
  const week = (monday: Day) => ({ from: monday, to: addDays(monday, 4) });
  const easter = easterSundayOf(spring);
  const isLate = easter >= `${spring}-04-08`;
  return [
    week(lastMondayBy(`${autumn}-10-31`)),
    {
      from: addDays(lastMondayBy(`${autumn}-12-21`), weekday(`${autumn}-12-21`) < 5 ? -2 : 5),
      to: addDays(mondayFrom(`${spring}-01-03`), -1),
    },
    week(mondayFrom(`${spring}-02-13`)),
    isLate
      ? { from: addDays(easter, -13), to: addDays(easter, 1) }
      : { from: addDays(easter, -2), to: addDays(easter, 12) },
    week(lastMondayBy(`${spring}-05-31`)),
    { from: `${spring}-07-23`, to: closesOn },
  ];
}

/** P8: a day in late April is in the summer term, whenever Easter is. */
export function springTermEndsOn(year: AcademicYear, halfTerms: readonly HalfTermDays[]): Day {
  const { year: spring } = dayParts(academicYearSpan(year).closesOn);
  const ended = halfTerms.filter(({ to }) => to >= `${spring}-02-01` && to <= `${spring}-04-30`);
  return ended.at(-1)?.to ?? `${spring}-03-31`;
}

/** The cycle that a year is in, and whether it is its last one. */
export function cycleOfYear(
  year: AcademicYear,
  firstCycleStartsIn: AcademicYear,
): { opensOn: Day; isLast: boolean } {
  const cycle = visitCycleOn(academicYearSpan(year).opensOn, firstCycleStartsIn);
  const isLast = addAcademicYears(cycle.startsIn, YEARS_IN_CYCLE - 1) === year;
  return { opensOn: cycle.opensOn, isLast };
}
