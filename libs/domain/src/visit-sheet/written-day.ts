import { academicYearSpan, type AcademicYear } from '../academic-year';
import { formatDay, isDay, weekday, type Day } from '../day';
import { fourDigitYear, monthNamed, realDay, weekdayNamed } from '../uk-day';
import { stripAround } from './day-surroundings';
import { londonDay } from './london-day';
import { dayOfExcelSerial, sheetText, type SheetCell } from './sheet-cell';
import { whyNoDay } from './why-no-day';
import { plainSigns } from './written-text';

/** Which of two numbers comes first. */
export type DayOrder = 'day_first' | 'month_first';

/** A cell as one day, or why it is not one. */
export type WrittenDay =
  | {
      day: Day;
      /** In figures, so that the order of day and month decides; null in words or as a number. */
      figures: FiguresOfDay | null;
    }
  | { fault: string; figures: FiguresOfDay | null };

/** The first and second number of a day in figures. */
export interface FiguresOfDay {
  first: number;
  second: number;
}

export interface DayContext {
  order: DayOrder;
  /** Of days without a year. */
  academicYear: AcademicYear | null;
}

const YEAR_FIRST = /^(\d{4}) ?[-/.] ?(\d{1,2}) ?[-/.] ?(\d{1,2})$/;
const INSTANT =
  /^(\d{4})-(\d{2})-(\d{2})[T ](\d{2}):(\d{2})(?::\d{2}(?:\.\d+)?)? ?(Z|[-+]\d{2}:?\d{2})$/i;
const EIGHT_DIGITS = /^((?:19|20)\d\d)(\d\d)(\d\d)$/;
const IN_FIGURES = /^(\d{1,2})(?: ?[-/.] ?| )(\d{1,2})(?: ?[-/.] ?'?| )(\d{4}|\d{2})$/;
const NO_YEAR = /^(\d{1,2}) ?\/ ?(\d{1,2})$/;
const DATE_MONTH =
  /^(?:the )?(\d{1,2}) ?(?:st|nd|rd|th)?\.?(?: of)? ?[-/.]? ?([a-z]{3,9})\.?,?(?: ?[-/.]? ?'?(\d{4}|\d{2}))?$/i;
const MONTH_DATE = /^([a-z]{3,9})\.? ?(\d{1,2})(?:st|nd|rd|th)?,? ?(\d{4}|'\d{2})$/i;
const YEAR_MONTH_DATE = /^(\d{4})[-/. ]([a-z]{3,9})[-/. ](\d{1,2})$/i;

interface Parts {
  date: number;
  month: number;
  year: number | null;
}

function inYear({ date, month }: Parts, year: AcademicYear): Day | null {
  const { opensOn, closesOn } = academicYearSpan(year);
  const calendarYear = Number((month >= 9 ? opensOn : closesOn).slice(0, 4));
  return realDay(calendarYear, month, date);
}

function instantDay(text: string): Day | null {
  const [, year, month, date, hour, minute, zone = 'Z'] = INSTANT.exec(text) ?? [];
  const day = realDay(Number(year), Number(month), Number(date));
  if (day === null || Number(hour) > 23 || Number(minute) > 59) return null;
  const [, sign, hours, minutes] = /^([-+])(\d{2}):?(\d{2})$/.exec(zone) ?? [];
  const offset = sign ? Number(`${sign}1`) * (Number(hours) * 60 + Number(minutes)) : 0;
  return londonDay(day, Number(hour) * 60 + Number(minute) - offset);
}

function figuresIn(text: string): { figures: FiguresOfDay; year: number | null } | null {
  const [, first, second, year] = IN_FIGURES.exec(text) ?? NO_YEAR.exec(text) ?? [];
  if (first === undefined || second === undefined) return null;
  // "15 01 24" with spaces alone is not plain enough for two digits of a year.
  if (/^\d+ \d+ \d\d$/.test(text)) return null;
  const figures = { first: Number(first), second: Number(second) };
  return { figures, year: year === undefined ? null : fourDigitYear(year) };
}

function partsInWords(text: string): Parts | null {
  const dateFirst = DATE_MONTH.exec(text);
  if (dateFirst) {
    const [, date, month = '', year] = dateFirst;
    return {
      ...{ date: Number(date), month: monthNamed(month) },
      year: year === undefined ? null : fourDigitYear(year),
    };
  }
  const monthFirst = MONTH_DATE.exec(text);
  if (monthFirst) {
    const [, month = '', date, year = ''] = monthFirst;
    const plainYear = fourDigitYear(year.replace("'", ''));
    return { date: Number(date), month: monthNamed(month), year: plainYear };
  }
  const [, year, month, date] = YEAR_MONTH_DATE.exec(text) ?? [];
  if (year === undefined) return null;
  return { date: Number(date), month: monthNamed(month ?? ''), year: Number(year) };
}

function dayOfText(
  text: string,
  { order, academicYear }: DayContext,
): { day: Day | null; figures: FiguresOfDay | null; yearMissing?: boolean } {
  if (INSTANT.test(text)) return { day: instantDay(text), figures: null };
  const whole = YEAR_FIRST.exec(text) ?? EIGHT_DIGITS.exec(text);
  if (whole) {
    return { day: realDay(Number(whole[1]), Number(whole[2]), Number(whole[3])), figures: null };
  }
  const inFigures = figuresIn(text);
  let parts = inFigures ? null : partsInWords(text);
  if (inFigures) {
    const { first, second } = inFigures.figures;
    const [date, month] = order === 'day_first' ? [first, second] : [second, first];
    parts = { date, month, year: inFigures.year };
  }
  const figures = inFigures?.figures ?? null;
  if (!parts || parts.month === 0) return { day: null, figures };
  if (parts.year !== null) return { day: realDay(parts.year, parts.month, parts.date), figures };
  // A month beyond 12 is no day of any year; in a leap year every other date there is.
  if (realDay(2024, parts.month, parts.date) === null) return { day: null, figures };
  if (academicYear === null) return { day: null, figures, yearMissing: true };
  return { day: inYear(parts, academicYear), figures };
}

/**
 * The one day that a cell names, however people write it: in figures or words, with the day of the
 * week, a time, "am" or "(pm)" about it. Ranges, several days, weeks, months, terms and whatever is
 * not certain are none, and the fault says why. A day without a year belongs to the academic year
 * given.
 */
export function readWrittenDay(cell: SheetCell, context: DayContext): WrittenDay {
  const figures = null;
  if (typeof cell === 'number') {
    const day = dayOfExcelSerial(cell);
    const eight =
      day ?? (EIGHT_DIGITS.test(String(cell)) ? dayOfText(String(cell), context).day : null);
    return eight === null ? { fault: whyNoDay(String(cell)), figures } : { day: eight, figures };
  }
  const text = plainSigns(sheetText(cell));
  if (isDay(text)) return { day: text, figures };
  if (/^\d{5}(\.\d+)?$/.test(text)) {
    const day = dayOfExcelSerial(Number(text));
    return day === null ? { fault: whyNoDay(text), figures } : { day, figures };
  }
  const { core, weekdayName } = stripAround(text);
  const read = dayOfText(core, context);
  if (read.day === null) {
    const fault = read.yearMissing
      ? `“${text}” names no year. Type the whole day, or say which academic year the sheet is for.`
      : whyNoDay(text);
    return { fault, figures: read.figures };
  }
  const named = weekdayName === null ? weekday(read.day) : weekdayNamed(weekdayName);
  if (named !== weekday(read.day)) {
    const fault = `“${text}” is not certain: that day is ${formatDay(read.day)}.`;
    return { fault, figures: read.figures };
  }
  return { day: read.day, figures: read.figures };
}
