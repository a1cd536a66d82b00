import { readFile } from 'node:fs/promises';
import type { Day, DayRange } from '@tracker/domain';
import { readBusyDays } from './read-ics';

/*
 * What is done with somebody's calendar in a process of its own. Nothing here, nor what it imports, may touch
 * the database.
 */

export interface CalendarToRead {
  path: string;
  within: DayRange;
}

export async function* busyDaysTask({ path, within }: CalendarToRead): AsyncGenerator<Day[]> {
  yield readBusyDays(await readFile(path, 'utf8'), within);
}
