import { daysBetween, type Day } from './day';
import { parseUkDay } from './uk-day';

const WITHOUT_YEAR =
  /^(?:[a-z]{3,9}\.?,? ?)?\d{1,2}(?:st|nd|rd|th)?(?:(?: of)?[ -]?[a-z]{3,9}\.?|[-/.]\d{1,2})$/i;

/**
 * A day as a person types it while looking at today: as `parseUkDay`, and also without its year
 * (`8 January`, `Fri 8 Jan`, `8/1`), which is then the year that brings it nearest to today. A
 * weekday that no such year fits is refused. Null for anything that is not a day.
 */
export function parseTypedDay(text: string, today: Day): Day | null {
  const tidy = text.trim().replace(/\s+/g, ' ');
  if (!WITHOUT_YEAR.test(tidy)) return parseUkDay(tidy);
  const separator = /\d([-/.])\d/.exec(tidy)?.[1] ?? ' ';
  const thisYear = Number(today.slice(0, 4));
  const distance = (day: Day) => Math.abs(daysBetween(today, day));
  return (
    [thisYear - 1, thisYear, thisYear + 1]
      .map((year) => parseUkDay(`${tidy}${separator}${year}`))
      .filter((day): day is Day => day !== null)
      .sort((a, b) => distance(a) - distance(b))[0] ?? null
  );
}

/** `3/12/26 or 3 Dec 2026`: how a day may be written, in the year of today. */
export const exampleDays = (today: Day): string =>
  `3/12/${today.slice(2, 4)} or 3 Dec ${today.slice(0, 4)}`;

/** The answer to what was typed for a day and is none. */
export const notADay = (today: Day): string =>
  `This is not a date we understand. Write it like ${exampleDays(today)}.`;
