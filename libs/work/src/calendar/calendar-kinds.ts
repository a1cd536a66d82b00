import type { BankHolidays, CalendarReading, SchoolYearPlan } from '@tracker/domain';

export const CALENDAR_FILE_KINDS = ['term-dates', 'bank-holidays'] as const;
export type CalendarFileKind = (typeof CALENDAR_FILE_KINDS)[number];

/** What a file says, by its kind. */
export type CalendarFileReading =
  | ({ kind: 'term-dates' } & CalendarReading<SchoolYearPlan>)
  | ({ kind: 'bank-holidays' } & CalendarReading<BankHolidays>);
