import type { ProgressPoint } from '@tracker/contract';
import {
  addDays,
  addMonths,
  academicYearSpan,
  type AcademicYear,
  type Day,
  expectedLine,
  type SchoolCalendar,
} from '@tracker/domain';
import type { DayRow } from './progress.queries';

interface Line {
  year: AcademicYear;
  asOf: Day;
  target: number;
  calendar: SchoolCalendar;
}

/** The year's line: a point a week, the year's last day and the day counted as of. */
export function seriesOf(
  rows: readonly DayRow[],
  { year, asOf, target, calendar }: Line,
): ProgressPoint[] {
  const { opensOn, closesOn } = academicYearSpan(year);
  const days = new Set<Day>();
  for (let day = opensOn; day < closesOn; day = addDays(day, 7)) days.add(day);
  if (asOf >= opensOn && asOf <= closesOn) days.add(asOf);
  const inOrder = [...days.add(closesOn)].sort();
  const expected = expectedLine(target, calendar, year, inOrder);
  const upTo = (day: Day, booked: boolean) =>
    rows.reduce((sum, row) => sum + (row.booked === booked && row.day <= day ? row.visits : 0), 0);
  return inOrder.map((day, at) => ({
    day,
    expected: expected[at] as number,
    visits: day <= asOf ? upTo(day, false) : null,
    withBooked: day >= asOf ? upTo(day, false) + upTo(day, true) : null,
  }));
}

/** The first of each month of the year up to a day, and that day. */
export function backlogDays(year: AcademicYear, asOf: Day): Day[] {
  const { opensOn, closesOn } = academicYearSpan(year);
  const days: Day[] = [];
  for (let day = opensOn; day < asOf && day < closesOn; day = addMonths(day, 1)) days.push(day);
  return [...days, asOf];
}
