import type { CountWithList, ProgressPoint } from '@tracker/contract';
import {
  type AcademicYear,
  type Day,
  expectedLine,
  lineDays,
  type SchoolCalendar,
} from '@tracker/domain';
import type { CountedDay } from '@tracker/data';

interface Line {
  year: AcademicYear;
  asOf: Day;
  target: number;
  calendar: SchoolCalendar;
  /** The list of so many visits up to a day. */
  listOf: (day: Day, visits: number) => CountWithList;
}

/** The year's line: a point a week, the year's last day and the day counted as of. */
export function seriesOf(
  rows: readonly CountedDay[],
  { year, asOf, target, calendar, listOf }: Line,
): ProgressPoint[] {
  const days = lineDays(year, asOf);
  const expected = expectedLine(target, calendar, year, days);
  const upTo = (day: Day, booked: boolean) =>
    rows.reduce((sum, row) => sum + (row.booked === booked && row.day <= day ? row.visits : 0), 0);
  return days.map((day, at) => ({
    day,
    expected: expected[at] as number,
    visits: day <= asOf ? upTo(day, false) : null,
    list: day <= asOf ? listOf(day, upTo(day, false)) : null,
    withBooked: day >= asOf ? upTo(day, false) + upTo(day, true) : null,
  }));
}
