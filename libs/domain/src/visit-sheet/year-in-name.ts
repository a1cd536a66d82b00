import { academicYearStartingIn, type AcademicYear } from '../academic-year';

const SPAN = /(?<!\d)((?:19|20)?\d\d) ?[-/_–] ?((?:19|20)?\d\d)(?!\d)/g;

/**
 * The academic year in the name of a sheet, a column or a title: `2022-23`, `Visits 22/23`,
 * `2022/2023`. Null where there is none, or more than one. A single year is none: it may be either.
 */
export function academicYearIn(name: string): AcademicYear | null {
  const found = new Set<AcademicYear>();
  for (const [, from = '', to = ''] of name.matchAll(SPAN)) {
    const start = Number(from.length === 4 ? from : `20${from}`);
    const end = Number(to.length === 4 ? to : `${String(start + 1).slice(0, 2)}${to}`);
    if (end === start + 1) found.add(academicYearStartingIn(start));
  }
  const [only] = found;
  return found.size === 1 && only !== undefined ? only : null;
}
