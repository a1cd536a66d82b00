import type { RecordBase } from './common';

/** A break inside a school year, its first and last day inside: `Autumn half term`. */
export interface SchoolHoliday {
  name: string;
  from: string;
  to: string;
}

/** When schools are open in one academic year. `GET` and `PUT /api/school-years/:year`. */
export interface SchoolYear extends RecordBase {
  /** `2024-25` */
  year: string;
  /** First and last day of school. */
  firstDay: string;
  lastDay: string;
  holidays: SchoolHoliday[];
}

export interface SaveSchoolYear {
  /** Absent for a year that is not on record yet. */
  version?: number;
  firstDay: string;
  lastDay: string;
  holidays: SchoolHoliday[];
}

export interface BankHoliday {
  day: string;
  name: string;
}

/** The bank holidays of one calendar year. `GET` and `PUT /api/bank-holidays/:year`. */
export interface BankHolidayYear extends RecordBase {
  year: number;
  days: BankHoliday[];
}

export interface SaveBankHolidayYear {
  version?: number;
  days: BankHoliday[];
}

/** A term by its name: `Autumn term`. */
export interface SchoolTerm {
  name: string;
  from: string;
  to: string;
}

/** A day on which schools are not open on which they otherwise might be. */
export interface SchoolCalendarDay {
  day: string;
  kind: 'holiday' | 'bank_holiday';
  /** `Autumn half term`, `Christmas Day`. */
  words: string;
}

/** `GET /api/school-calendar?from&to`: what a calendar of those days shades. At most two years. */
export interface SchoolCalendarSpan {
  from: string;
  to: string;
  terms: SchoolTerm[];
  /** Holidays and bank holidays, Mondays to Sundays, in order of the day. */
  days: SchoolCalendarDay[];
  /** Academic years touched whose term dates are not known. */
  unknownYears: string[];
}

export type CalendarFileKind = 'term-dates' | 'bank-holidays';

/** One year of a file and what taking it over would do. */
export interface CalendarImportYear {
  /** `2024-25`, of bank holidays `2025`. */
  year: string;
  change: 'new' | 'changed' | 'same';
  /** `3 Sep 2024 to 22 Jul 2025, 5 holidays`, `8 bank holidays`. */
  words: string;
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

export interface CalendarImport {
  kind: CalendarFileKind;
  dryRun: boolean;
  years: CalendarImportYear[];
}
