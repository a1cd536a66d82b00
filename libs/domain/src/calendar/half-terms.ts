import { academicYearOf, addAcademicYears, type AcademicYear } from '../academic-year';
import { daysBetween, type Day } from '../day';
import { schoolDaysIn } from '../school-calendar';
import {
  IS_HALF_TERM_BREAK,
  termsOf,
  type HubCalendar,
  type NamedDays,
  type SchoolYearPlan,
} from './hub-calendar';

/** A break of a school week may be a half term whatever it is called. */
const SCHOOL_WEEK_DAYS = 5;

/**
 * The halves of the terms of a year; a whole term where it has no break, or more than one, that could
 * be its half term.
 */
export function halfTermsOf(plan: Omit<SchoolYearPlan, 'year'>): NamedDays[] {
  return termsOf(plan).flatMap((term) => {
    const inside = plan.holidays.filter(({ from, to }) => from > term.from && to < term.to);
    const named = inside.filter(({ name }) => IS_HALF_TERM_BREAK.test(name));
    const long = inside.filter(({ from, to }) => daysBetween(from, to) + 1 >= SCHOOL_WEEK_DAYS);
    const [middle, ...others] = named.length > 0 ? named : long;
    if (!middle || others.length > 0) return [term];
    return [
      { name: `${term.name}, first half`, from: term.from, to: middle.from },
      { name: `${term.name}, second half`, from: middle.to, to: term.to },
    ];
  });
}

/** Half a term, or a whole one without a half term, from its first school day to its last. */
export interface HalfTerm extends NamedDays {
  year: AcademicYear;
}

/** The half term that begins next after a day; null where the term dates for it are not known. */
export function nextHalfTerm(calendar: HubCalendar, day: Day): HalfTerm | null {
  const now = academicYearOf(day);
  for (const year of [now, addAcademicYears(now, 1)]) {
    const dates = calendar.years[year];
    const [span] = dates?.terms ?? [];
    if (!dates || !span) return null;
    const plan = { firstDay: span.from, lastDay: span.to, holidays: dates.holidays };
    for (const { name, from, to } of halfTermsOf(plan)) {
      const { days } = schoolDaysIn(calendar, from, to);
      const [first] = days;
      const last = days.at(-1);
      if (first && last && first > day) return { name, year, from: first, to: last };
    }
  }
  return null;
}
