import { readFile } from 'node:fs/promises';
import type { CalendarFileKind, CalendarReading, SchoolYearPlan } from '@tracker/domain';
import { readBankHolidays, readTermDates, readTermRows } from '@tracker/domain/calendar';
import type { CalendarFileReading } from './calendar-kinds';
import { termRows } from './term-rows';

/*
 * What is done with term dates and bank holidays in a process of its own. Nothing here, nor what it
 * imports, may touch the database.
 */

export interface CalendarFileToRead {
  path: string;
  kind: CalendarFileKind;
}

export async function* calendarFileTask({
  path,
  kind,
}: CalendarFileToRead): AsyncGenerator<CalendarFileReading> {
  const content = await readFile(path, 'utf8');
  yield kind === 'term-dates'
    ? { kind, ...termDatesIn(content) }
    : { kind, ...readBankHolidays(content) };
}

/** JSON as the tracker has always taken it, or the table that people keep. */
function termDatesIn(content: string): CalendarReading<SchoolYearPlan> {
  if (/^\uFEFF?\s*[{[]/.test(content)) return readTermDates(content);
  if (content.startsWith('PK\u0003\u0004') || /\p{Cc}/u.test(content.replace(/[\t\r\n]/g, ''))) {
    const message =
      'This is not a CSV file but a workbook or another kind of file. Save the sheet as CSV and choose that.';
    return { years: [], faults: [{ field: 'content', message }] };
  }
  const { rows, fault } = termRows(content);
  return fault ? { years: [], faults: [fault] } : readTermRows(rows);
}
