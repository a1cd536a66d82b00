import type { SchoolCalendarSpan } from '@tracker/contract';
import { daysBetween, formatDay, weekday, type Day } from '@tracker/domain';

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
