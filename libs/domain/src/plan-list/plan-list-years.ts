import { isAcademicYear, type AcademicYear } from '../academic-year';
import { planYearsProblem, yearsFromTo } from '../development-plans/plan-years';
import type { Day } from '../day';
import { findYears } from '../plan-reading/written-years';
import { plainSigns } from '../visit-sheet/written-text';

/** "24/25", which cannot be a day as no month is the 25th; "11/12" could. */
const TWO_DIGITS = /(?<![\d/.-])'?(\d\d)\s*[-/]\s*'?(\d\d)(?![\d/]|[-.]\d)/g;
const LAST_MONTH = 12;
const inFull = (text: string): string =>
  text.replace(TWO_DIGITS, (written, from: string, to: string) =>
    Number(from) > LAST_MONTH && Number(to) === Number(from) + 1 ? `20${from}-${to}` : written,
  );
const FROM_TO = /^[\s(]*(?:-|to|until|through)[\s)]*$/i;

/** The academic years that a cell names, in order; or what is wrong with it, a sentence. */
export function readPlanListYears(
  text: string,
  today: Day,
): { years: AcademicYear[]; problem: null } | { years: null; problem: string } {
  const plain = plainSigns(text);
  const full = inFull(plain);
  const found = findYears(full);
  const rest = found.reduce((left, { text: written }) => left.replace(written, '\n'), full);
  const whole = found.length > 0 && !/\d/.test(rest);
  const named = whole ? found.flatMap(({ years }) => years) : [plain];
  const [first, last] = [named[0] ?? '', named.at(-1) ?? ''];
  const between = rest.split('\n')[1] ?? '';
  const span = whole && found.length === 2 && FROM_TO.test(between) && first < last;
  const years = span && isAcademicYear(first) ? yearsFromTo(first, last) : named;
  const problem = planYearsProblem(years, today);
  return problem === null ? { years: [...years].sort(), problem } : { years: null, problem };
}
