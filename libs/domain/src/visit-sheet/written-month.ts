import { academicYearSpan, type AcademicYear } from '../academic-year';
import type { Day } from '../day';
import { fourDigitYear, monthNamed, realDay } from '../uk-day';
import { plainSigns } from './written-text';

const IN_WORDS = /^(?:in |during )?([a-z]{3,9})\.?,?(?: ?[-/.]? ?(\d{4}|'\d{2}))?$/i;
const MONTH_FIRST = /^(\d{1,2}) ?[-/.] ?(\d{4})$/;
const YEAR_FIRST = /^(\d{4}) ?[-/.] ?(\d{2})$/;

/**
 * The 1st of the month that a cell names and no more: "Jan 2023", "Sept '22", "09/2022", or "March"
 * on a sheet of an academic year. Null for anything that may be something else: "Jan 23" may be a
 * day, "2011-12" an academic year.
 */
export function firstOfWrittenMonth(text: string, academicYear: AcademicYear | null): Day | null {
  const plain = plainSigns(text);
  const [, name = '', year] = IN_WORDS.exec(plain) ?? [];
  const month = monthNamed(name);
  if (month > 0) {
    if (year !== undefined) return realDay(fourDigitYear(year.replace("'", '')), month, 1);
    if (academicYear === null) return null;
    const { opensOn, closesOn } = academicYearSpan(academicYear);
    return realDay(Number((month >= 9 ? opensOn : closesOn).slice(0, 4)), month, 1);
  }
  const [, figure, after] = MONTH_FIRST.exec(plain) ?? [];
  if (figure !== undefined) return realDay(Number(after), Number(figure), 1);
  const [, before, number] = YEAR_FIRST.exec(plain) ?? [];
  if (before === undefined || Number(number) === (Number(before) + 1) % 100) return null;
  return realDay(Number(before), Number(number), 1);
}
