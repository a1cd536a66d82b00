import type { CalendarFileKind } from '@tracker/domain';
import type { SchoolHoliday, BankHoliday } from './shapes/calendar';

export interface SaveSchoolYear {
  /** Absent for a year that is not on record yet. */
  version?: number;
  firstDay: string;
  lastDay: string;
  holidays: SchoolHoliday[];
}

export interface SaveBankHolidayYear {
  version?: number;
  days: BankHoliday[];
}

/**
 * `POST /api/school-calendar/import {kind, content, dryRun}`, `content` the text of the file.
 * A file with any error is refused whole, 422 with `errors`.
 */
export interface ImportCalendar {
  kind: CalendarFileKind;
  content: string;
  /** Says what would happen and changes nothing. */
  dryRun?: boolean;
}
