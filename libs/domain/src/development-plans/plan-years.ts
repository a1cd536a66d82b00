import {
  type AcademicYear,
  academicYearStartingIn,
  isAcademicYear,
  startingYear,
  startingYearOf,
} from '../academic-year';
import { type Day, dayParts } from '../day';
import { LIMITS } from '../limits';

/** What is wrong with the academic years that a plan is said to cover, in any order; null when nothing is. */
export function planYearsProblem(years: readonly string[], today: Day): string | null {
  if (years.length === 0) return 'Say which academic years the plan covers.';
  const unread = years.find((year): boolean => !isAcademicYear(year));
  if (unread !== undefined) {
    return `“${unread.slice(0, 20)}” is no academic year. Write it like 2026-27.`;
  }
  const starts = years.map(startingYear).sort((a, b) => a - b);
  const [first = 0, last = 0] = [starts[0], starts.at(-1)];
  if (years.length > LIMITS.plan.years) {
    return `A plan covers at most ${LIMITS.plan.years} academic years.`;
  }
  if (starts.some((start, at) => start !== first + at)) {
    return 'Give academic years that follow each other, each once.';
  }
  const ahead = startingYearOf(today) + LIMITS.plan.yearsAhead;
  if (last > ahead) {
    return `A plan can be for ${academicYearStartingIn(ahead)} at the latest.`;
  }
  return null;
}

/** Every academic year from one to the other. */
export const yearsFromTo = (first: AcademicYear, last: AcademicYear): AcademicYear[] =>
  Array.from({ length: startingYear(last) - startingYear(first) + 1 }, (_, at) =>
    academicYearStartingIn(startingYear(first) + at),
  );

/** `2026-27`, or `2024-25 to 2026-27`. */
export function planYearsInWords(years: readonly AcademicYear[]): string {
  const sorted = [...years].sort();
  const [first, last] = [sorted[0] ?? '', sorted.at(-1) ?? ''];
  return first === last ? first : `${first} to ${last}`;
}

/** The year that a plan found on a day most likely covers: from June on the one to come (rule 23). */
export function likelyPlanYear(day: Day): AcademicYear {
  const { year, month } = dayParts(day);
  return academicYearStartingIn(month >= 6 ? year : year - 1);
}
