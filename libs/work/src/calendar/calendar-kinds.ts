import type { BankHolidays, CalendarReading, SchoolYearPlan } from '@tracker/domain';

/** What a file says, by its kind. */
export type CalendarFileReading =
  | ({ kind: 'term-dates' } & CalendarReading<SchoolYearPlan>)
  | ({ kind: 'bank-holidays' } & CalendarReading<BankHolidays>);
