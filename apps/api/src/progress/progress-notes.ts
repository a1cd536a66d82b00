import {
  academicYearsBetween,
  academicYearOf,
  addAcademicYears,
  type AcademicYear,
  formatDay,
  type SchoolCalendar,
  type VisitCycleSpan,
} from '@tracker/domain';
import type { ProgressScope } from './progress-query';

/** What whoever reads the figures has to know, a sentence each. */
export function notesOf(
  { year, asOf, today, notes }: ProgressScope,
  calendar: SchoolCalendar,
  cycle: VisitCycleSpan,
): string[] {
  const assumed = yearsUpTo(year, cycle).filter((one) => !calendar.years[one]?.terms.length);
  const found = [...notes];
  if (assumed.length > 0) {
    const years = new Intl.ListFormat('en-GB').format(assumed);
    found.push(
      `Term dates for ${years} are not known: weekdays outside August are counted instead.`,
    );
  }
  if (asOf < today) {
    found.push(
      `Counted as of ${formatDay(asOf)}: schools open on that day by their opening and closing days, and visits up to it. Which school followed which is as on record today; booked is what was on record by that day and still is.`,
    );
  }
  return found;
}

/** The year and those after it in the cycle: what pace and slack are counted from. */
function yearsUpTo(year: AcademicYear, { closesOn }: VisitCycleSpan): AcademicYear[] {
  const years = academicYearsBetween(year, academicYearOf(closesOn)) + 1;
  return Array.from({ length: years }, (_, at) => addAcademicYears(year, at));
}
