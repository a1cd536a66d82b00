import type { SchoolCalendarSpan } from '@tracker/contract';
import { addDays, daysBetween, formatDay, weekday, type Day } from '@tracker/domain';

/** What sets a day apart from a school day, and what it is called. */
export interface DayLook {
  kind: 'school_day' | 'weekend' | 'holiday' | 'bank_holiday';
  /** `Autumn half term`, `Christmas Day`; null where the day has no name. */
  words: string | null;
}

const SCHOOL_DAY: DayLook = { kind: 'school_day', words: null };
const WEEKEND: DayLook = { kind: 'weekend', words: null };

/** `26 to 30 Oct: Autumn half term`: what the shaded days of a page are called, one text a stretch. */
export function namedStretches(span: SchoolCalendarSpan | undefined): string[] {
  const stretches: { from: Day; to: Day; words: string }[] = [];
  for (const { day, words } of span?.days ?? []) {
    const last = stretches.at(-1);
    // A weekend inside a holiday is not on record everywhere.
    if (last?.words === words && daysBetween(last.to, day) <= 3) last.to = day;
    else stretches.push({ from: day, to: day, words });
  }
  return stretches.map(({ from, to, words }) =>
    from === to
      ? `${formatDay(from)}: ${words}`
      : `${formatDay(from)} to ${formatDay(to)}: ${words}`,
  );
}

/** Looks up days in the school calendar; weekends inside a holiday belong to the holiday. */
export function dayLooks(span: SchoolCalendarSpan | undefined): (day: Day) => DayLook {
  const named = new Map(span?.days.map(({ day, kind, words }) => [day, { kind, words }]));
  return (day) => named.get(day) ?? (weekday(day) > 5 ? WEEKEND : SCHOOL_DAY);
}

type LookOf = (day: Day) => DayLook;

/** The first day from one on that is a school day, so that a week of holidays is not what is counted. */
export const firstSchoolDay = (lookOf: LookOf, from: Day, to: Day): Day =>
  schoolDay(lookOf, from, to) ?? from;

function schoolDay(lookOf: LookOf, from: Day, to: Day): Day | null {
  for (let day = from; day <= to; day = addDays(day, 1)) {
    if (lookOf(day).kind === 'school_day') return day;
  }
  return null;
}

/** The terms of which a school day is shown; a week of holidays is in none. */
export const termsShown = (
  terms: SchoolCalendarSpan['terms'],
  lookOf: LookOf,
  from: Day,
  to: Day,
): string[] =>
  terms
    .filter((term) => {
      const begins = term.from > from ? term.from : from;
      return schoolDay(lookOf, begins, term.to < to ? term.to : to) !== null;
    })
    .map(({ name }) => name);
