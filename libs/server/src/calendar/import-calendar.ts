import { isDeepStrictEqual } from 'node:util';
import {
  plural,
  readBankHolidays,
  readTermDates,
  readTermRows,
  schoolYearInWords,
  type CalendarFault,
  type CalendarReading,
  type SchoolYearPlan,
} from '@tracker/domain';
import type { EntityManager } from 'typeorm';
import { BankHolidayYearEntity, SchoolYearEntity } from '../database';
import { termRows } from './term-rows';

export const CALENDAR_FILE_KINDS = ['term-dates', 'bank-holidays'] as const;
export type CalendarFileKind = (typeof CALENDAR_FILE_KINDS)[number];

/** One year of a file, and what taking it over does. */
export interface ImportedYear {
  year: string;
  change: 'new' | 'changed' | 'same';
  words: string;
}

/** A file that is not taken, with everything that is wrong. */
export class CalendarFileError extends Error {
  constructor(readonly faults: CalendarFault[]) {
    super(faults.map(({ message }) => message).join(' '));
  }
}

/**
 * Takes over the years of a file; those that are not in it stay as they are.
 *
 * @param dryRun says what would happen and changes nothing
 * @throws CalendarFileError
 */
export async function importCalendar(
  manager: EntityManager,
  { kind, content, dryRun = false }: { kind: CalendarFileKind; content: string; dryRun?: boolean },
): Promise<ImportedYear[]> {
  if (kind === 'term-dates') {
    const { years, faults } = termDatesIn(content);
    if (faults.length > 0) throw new CalendarFileError(faults);
    const imported: ImportedYear[] = [];
    for (const { year, firstDay, lastDay, holidays } of years) {
      const dates = { firstDay, lastDay, holidays: [...holidays] };
      const present = await manager.findOneBy(SchoolYearEntity, { year });
      const change = changeOf(present, dates);
      imported.push({ year, change, words: schoolYearInWords(dates) });
      if (dryRun || change === 'same') continue;
      await manager.save(Object.assign(present ?? new SchoolYearEntity(), { year, ...dates }));
    }
    return imported;
  }
  const { years, faults } = readBankHolidays(content);
  if (faults.length > 0) throw new CalendarFileError(faults);
  const imported: ImportedYear[] = [];
  for (const { year, days } of years) {
    const present = await manager.findOneBy(BankHolidayYearEntity, { year });
    const change = changeOf(present, { days });
    imported.push({ year: String(year), change, words: plural(days.length, 'bank holiday') });
    if (dryRun || change === 'same') continue;
    await manager.save(Object.assign(present ?? new BankHolidayYearEntity(), { year, days }));
  }
  return imported;
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

function changeOf(present: object | null, wanted: object): ImportedYear['change'] {
  if (present === null) return 'new';
  const there = Object.keys(wanted).map((field) => (present as Record<string, unknown>)[field]);
  return isDeepStrictEqual(there, Object.values(wanted)) ? 'same' : 'changed';
}
