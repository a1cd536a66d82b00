import {
  addDays,
  addMonths,
  dayOf,
  dayParts,
  daysInMonth,
  mondayOf,
  sundayOf,
  type Day,
} from '../day';

/** What a calendar shows at once. */
export const CALENDAR_VIEWS = ['month', 'week'] as const;
export type CalendarView = (typeof CALENDAR_VIEWS)[number];

const MONTHS: readonly string[] =
  'January February March April May June July August September October November December'.split(
    ' ',
  );

/** The seven days from Monday to Sunday around a day. */
export function weekAround(day: Day): Day[] {
  const monday = mondayOf(day);
  return Array.from({ length: 7 }, (_, after) => addDays(monday, after));
}

/**
 * The whole weeks, Monday first, that show the month a day is in: four to six, filled up with days
 * of the months beside it.
 */
export function weeksOfMonth(day: Day): Day[][] {
  const { year, month } = dayParts(day);
  const last = dayOf({ year, month, date: daysInMonth(year, month) });
  const weeks: Day[][] = [];
  for (let monday = mondayOf(firstOfMonth(day)); monday <= last; monday = addDays(monday, 7)) {
    weeks.push(weekAround(monday));
  }
  return weeks;
}

export function firstOfMonth(day: Day): Day {
  return dayOf({ ...dayParts(day), date: 1 });
}

export const isSameMonth = (a: Day, b: Day): boolean => a.slice(0, 7) === b.slice(0, 7);

/** First and last day that a view shows. */
export function calendarSpanOf(view: CalendarView, day: Day): { from: Day; to: Day } {
  const days = view === 'week' ? weekAround(day) : weeksOfMonth(day).flat();
  return { from: days[0] ?? day, to: days.at(-1) ?? day };
}

/**
 * The day that stands for the next or an earlier page of a calendar: today where it is on that page,
 * else its first day (of a week, the Monday).
 *
 * @param by pages to go on; negative to go back
 */
export function turnCalendar(view: CalendarView, day: Day, by: number, today: Day): Day {
  if (view === 'week') {
    const monday = addDays(mondayOf(day), by * 7);
    return mondayOf(today) === monday ? today : monday;
  }
  const first = addMonths(firstOfMonth(day), by);
  return isSameMonth(first, today) ? today : first;
}

/** `November 2024` */
export function monthInWords(day: Day): string {
  const { year, month } = dayParts(day);
  return `${MONTHS[month - 1]} ${year}`;
}

/** `18 to 24 November 2024`, `30 December 2024 to 5 January 2025` */
export function weekInWords(day: Day): string {
  const [from, to] = [mondayOf(day), sundayOf(day)].map(dayParts) as [
    ReturnType<typeof dayParts>,
    ReturnType<typeof dayParts>,
  ];
  const end = `${to.date} ${MONTHS[to.month - 1]} ${to.year}`;
  if (from.year !== to.year) {
    return `${from.date} ${MONTHS[from.month - 1]} ${from.year} to ${end}`;
  }
  return from.month === to.month
    ? `${from.date} to ${end}`
    : `${from.date} ${MONTHS[from.month - 1]} to ${end}`;
}
