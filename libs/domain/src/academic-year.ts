import { dayParts, type Day } from './day';

/** 1 September to 31 August, written `2024-25`. */
export type AcademicYear = string;

/** Whether `text` is an academic year: `2024-25` is, `2024-26` and `2024/25` are not. */
export function isAcademicYear(text: unknown): text is AcademicYear {
  if (typeof text !== 'string') return false;
  const match = /^((?:19|20|21)\d{2})-(\d{2})$/.exec(text);
  return match !== null && (Number(match[1]) + 1) % 100 === Number(match[2]);
}

/** The calendar year in which an academic year starts; a RangeError for any other text. */
export function startingYear(year: AcademicYear): number {
  if (!isAcademicYear(year)) throw new RangeError(`Not an academic year: ${String(year)}`);
  return Number(year.slice(0, 4));
}

/** The academic year that starts in September of this calendar year. */
export function academicYearStartingIn(calendarYear: number): AcademicYear {
  return `${calendarYear}-${String((calendarYear + 1) % 100).padStart(2, '0')}`;
}

/** The calendar year in which a day's academic year started: 2023 for 2024-08-31. */
export function startingYearOf(day: Day): number {
  const { year, month } = dayParts(day);
  return month >= 9 ? year : year - 1;
}

/** 2024-08-31 is in `2023-24`, 2024-09-01 in `2024-25`. */
export function academicYearOf(day: Day): AcademicYear {
  return academicYearStartingIn(startingYearOf(day));
}

/** First and last day of an academic year, both inside it. */
export function academicYearSpan(year: AcademicYear): { opensOn: Day; closesOn: Day } {
  const start = startingYear(year);
  return { opensOn: `${start}-09-01`, closesOn: `${start + 1}-08-31` };
}

export function addAcademicYears(year: AcademicYear, years: number): AcademicYear {
  return academicYearStartingIn(startingYear(year) + years);
}

/** Academic years from one to the other; negative when `to` is the earlier one. */
export function academicYearsBetween(from: AcademicYear, to: AcademicYear): number {
  return startingYear(to) - startingYear(from);
}
