import { day, flag, integer, listOf, note, oneOf, shape, text, type TypeOf } from './shape';
import { ACADEMIC_YEAR, record } from './records';

export const SCHOOL_HOLIDAY = shape(
  'SchoolHoliday',
  'A break inside a school year, its first and last day inside.',
  { name: text('Autumn half term'), from: day('2024-10-28'), to: day('2024-11-01') },
);
/** A break inside a school year, its first and last day inside: `Autumn half term`. */
export type SchoolHoliday = TypeOf<typeof SCHOOL_HOLIDAY>;

export const SCHOOL_YEAR = shape('SchoolYear', 'When schools are open in one academic year.', {
  ...record('5a1f5f5c-6a0c-4d0b-9b0a-6f7c3e2d1b01'),
  /** `2024-25` */
  year: ACADEMIC_YEAR,
  /** First and last day of school. */
  firstDay: day('2024-09-02'),
  lastDay: day('2025-07-22'),
  holidays: listOf(SCHOOL_HOLIDAY),
});
/** When schools are open in one academic year. `GET` and `PUT /api/school-years/:year`. */
export type SchoolYear = TypeOf<typeof SCHOOL_YEAR>;

export const BANK_HOLIDAY = shape('BankHoliday', 'One bank holiday.', {
  day: day('2024-12-25'),
  name: text('Christmas Day'),
});
export type BankHoliday = TypeOf<typeof BANK_HOLIDAY>;

export const BANK_HOLIDAY_YEAR = shape(
  'BankHolidayYear',
  'The bank holidays of one calendar year.',
  {
    ...record('5a1f5f5c-6a0c-4d0b-9b0a-6f7c3e2d1b02'),
    year: integer(2024),
    days: listOf(BANK_HOLIDAY),
  },
);
/** The bank holidays of one calendar year. `GET` and `PUT /api/bank-holidays/:year`. */
export type BankHolidayYear = TypeOf<typeof BANK_HOLIDAY_YEAR>;

export const SCHOOL_TERM = shape('SchoolTerm', 'A term.', {
  name: text('Autumn term'),
  from: day('2024-09-02'),
  to: day('2024-12-22'),
});
/** A term by its name: `Autumn term`. */
export type SchoolTerm = TypeOf<typeof SCHOOL_TERM>;

export const SCHOOL_CALENDAR_DAY = shape(
  'SchoolCalendarDay',
  'A day on which schools are closed.',
  {
    day: day('2024-12-25'),
    kind: oneOf(['holiday', 'bank_holiday'], 'bank_holiday'),
    /** `Autumn half term`, `Christmas Day`. */
    words: text('Christmas Day'),
  },
);
/** A day on which schools are not open on which they otherwise might be. */
export type SchoolCalendarDay = TypeOf<typeof SCHOOL_CALENDAR_DAY>;

export const SCHOOL_CALENDAR_SPAN = shape(
  'SchoolCalendarSpan',
  'What a calendar of these days shades.',
  {
    from: day('2024-12-01'),
    to: day('2024-12-31'),
    terms: listOf(SCHOOL_TERM),
    /** Holidays and bank holidays, Mondays to Sundays, in order of the day. */
    days: listOf(SCHOOL_CALENDAR_DAY),
    unknownYears: note('Academic years whose term dates are not known.', listOf(ACADEMIC_YEAR)),
  },
);
/** `GET /api/school-calendar?from&to`: what a calendar of those days shades. At most two years. */
export type SchoolCalendarSpan = TypeOf<typeof SCHOOL_CALENDAR_SPAN>;

export const CALENDAR_IMPORT_YEAR = shape(
  'CalendarImportYear',
  'One year of a file, and what taking it over does.',
  {
    /** `2024-25`, of bank holidays `2025`. */
    year: text('2024-25'),
    change: oneOf(['new', 'changed', 'same'], 'new'),
    /** `3 Sep 2024 to 22 Jul 2025, 5 holidays`, `8 bank holidays`. */
    words: text('Mon 2 Sep 2024 to Tue 22 Jul 2025, 5 holidays'),
  },
);
export type CalendarImportYear = TypeOf<typeof CALENDAR_IMPORT_YEAR>;

export const CALENDAR_IMPORT = shape(
  'CalendarImport',
  'The years of a file of term dates or bank holidays.',
  {
    kind: oneOf(['term-dates', 'bank-holidays'], 'term-dates'),
    dryRun: flag(true),
    years: listOf(CALENDAR_IMPORT_YEAR),
  },
);
export type CalendarImport = TypeOf<typeof CALENDAR_IMPORT>;
