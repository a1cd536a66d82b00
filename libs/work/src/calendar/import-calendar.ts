import { isDeepStrictEqual } from 'node:util';
import { plural, schoolYearInWords } from '@tracker/domain';
import type { EntityManager } from 'typeorm';
import { BankHolidayYearEntity, SchoolYearEntity } from '@tracker/data';
import type { CalendarFileReading } from './calendar-kinds';

/** One year of a file, and what taking it over does. */
export interface ImportedYear {
  year: string;
  change: 'new' | 'changed' | 'same';
  words: string;
}

/**
 * Takes over the years of a file; those that are not in it stay as they are.
 *
 * @param dryRun says what would happen and changes nothing
 */
export async function importCalendar(
  manager: EntityManager,
  reading: CalendarFileReading,
  dryRun = false,
): Promise<ImportedYear[]> {
  const imported: ImportedYear[] = [];
  if (reading.kind === 'term-dates') {
    for (const { year, firstDay, lastDay, holidays } of reading.years) {
      const dates = { firstDay, lastDay, holidays: [...holidays] };
      const present = await manager.findOneBy(SchoolYearEntity, { year });
      const change = changeOf(present, dates);
      imported.push({ year, change, words: schoolYearInWords(dates) });
      if (dryRun || change === 'same') continue;
      await manager.save(Object.assign(present ?? new SchoolYearEntity(), { year, ...dates }));
    }
    return imported;
  }
  for (const { year, days } of reading.years) {
    const present = await manager.findOneBy(BankHolidayYearEntity, { year });
    const change = changeOf(present, { days });
    imported.push({ year: String(year), change, words: plural(days.length, 'bank holiday') });
    if (dryRun || change === 'same') continue;
    await manager.save(Object.assign(present ?? new BankHolidayYearEntity(), { year, days }));
  }
  return imported;
}

function changeOf(present: object | null, wanted: object): ImportedYear['change'] {
  if (present === null) return 'new';
  const there = Object.keys(wanted).map((field) => (present as Record<string, unknown>)[field]);
  return isDeepStrictEqual(there, Object.values(wanted)) ? 'same' : 'changed';
}
