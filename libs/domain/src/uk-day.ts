import { dayOf, daysInMonth, isDay, MONTH_NAMES, weekday, WEEKDAY_NAMES, type Day } from './day';

const TIME = String.raw`(?:[T ]\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?)?`;
const YEAR_FIRST = new RegExp(String.raw`^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})${TIME}$`, 'i');
const IN_FIGURES = new RegExp(String.raw`^(\d{1,2})[-/.](\d{1,2})[-/.](\d{4}|\d{2})${TIME}$`, 'i');
const IN_WORDS =
  /^(?:([a-z]{3,9})\.?,? ?)?(\d{1,2})(?:st|nd|rd|th)?(?: of)?[ -]?([a-z]{3,9})\.?,?[ -]?(\d{4}|\d{2})$/i;

const FULL_MONTHS =
  'january february march april may june july august september october november december'.split(
    ' ',
  );
const FULL_WEEKDAYS = 'monday tuesday wednesday thursday friday saturday sunday'.split(' ');

/** The 1-based place of a name, whole or cut to three letters or more; 0 when it is none of them. */
function placeOf(name: string, short: readonly string[], full: readonly string[]): number {
  const wanted = name.toLowerCase();
  const at = full.findIndex((whole, i) => {
    const cut = wanted.length >= 3 && whole.startsWith(wanted);
    return cut || short[i]?.toLowerCase() === wanted;
  });
  return at + 1;
}

/** 1 to 12 for the name of a month, whole or cut to three letters or more; 0 for other words. */
export const monthNamed = (name: string): number => placeOf(name, MONTH_NAMES, FULL_MONTHS);

/** 1 to 7 for the name of a day of the week, Monday first, "Weds" too; 0 for other words. */
export const weekdayNamed = (name: string): number =>
  /^weds$/i.test(name) ? 3 : placeOf(name, WEEKDAY_NAMES, FULL_WEEKDAYS);

/** A year of four digits; of two, up to 69 of this century, the others of the last. */
export function fourDigitYear(text: string): number {
  const year = Number(text);
  if (text.length === 4) return year;
  return year < 70 ? 2000 + year : 1900 + year;
}

/** The day, null where the calendar has none. */
export function realDay(year: number, month: number, date: number): Day | null {
  if (month < 1 || month > 12 || date < 1 || date > daysInMonth(year, month)) return null;
  const day = dayOf({ year, month, date });
  return isDay(day) ? day : null;
}

/**
 * A day as people in the UK write it: `3/12/24`, `03-12-2024`, `3.12.24`, `3 Dec 2024`,
 * `3rd December 2024`, `Tue 3 Dec 2024`, `2024-12-03`, with or without a time of day. The day comes
 * before the month; two-digit years up to 69 are of this century, the others of the last.
 * Null for anything else: an impossible date, a weekday that is not that date's (one of the two is
 * wrong and nobody can say which), and a time with a zone, which may be another day in London;
 * only midnight UTC, which is how programs write a bare day, is taken.
 */
export function parseUkDay(text: string): Day | null {
  const tidy = text
    .trim()
    .replace(/\s+/g, ' ')
    .replace(/T00:00(:00(\.0+)?)?Z$/i, '');
  const yearFirst = YEAR_FIRST.exec(tidy);
  if (yearFirst) return realDay(Number(yearFirst[1]), Number(yearFirst[2]), Number(yearFirst[3]));
  const figures = IN_FIGURES.exec(tidy);
  if (figures) {
    const [, date = '', month = '', year = ''] = figures;
    return realDay(fourDigitYear(year), Number(month), Number(date));
  }
  const words = IN_WORDS.exec(tidy);
  if (!words) return null;
  const [, dayName, date = '', monthName = '', year = ''] = words;
  const month = monthNamed(monthName);
  const day = realDay(fourDigitYear(year), month, Number(date));
  if (day === null || dayName === undefined) return day;
  return weekdayNamed(dayName) === weekday(day) ? day : null;
}
