import type {
  BankHoliday,
  BankHolidayYear,
  CalendarImport,
  CalendarImportYear,
  SchoolCalendarDay,
  SchoolCalendarSpan,
  SchoolHoliday,
  SchoolTerm,
  SchoolYear,
} from '@tracker/contract';
import { component, day, flag, integer, listOf, matching, note, oneOf, text } from '../shapes';
import { record } from './records';

const ACADEMIC_YEAR = matching('^\\d{4}-\\d{2}$', '2024-25');

export const SCHOOL_HOLIDAY = component<SchoolHoliday>(
  'SchoolHoliday',
  'A break inside a school year, its first and last day inside.',
  { name: text('Autumn half term'), from: day('2024-10-28'), to: day('2024-11-01') },
);

export const SCHOOL_YEAR = component<SchoolYear>(
  'SchoolYear',
  'When schools are open in one academic year.',
  {
    ...record('5a1f5f5c-6a0c-4d0b-9b0a-6f7c3e2d1b01'),
    year: ACADEMIC_YEAR,
    firstDay: day('2024-09-02'),
    lastDay: day('2025-07-22'),
    holidays: listOf(SCHOOL_HOLIDAY),
  },
);

export const BANK_HOLIDAY = component<BankHoliday>('BankHoliday', 'One bank holiday.', {
  day: day('2024-12-25'),
  name: text('Christmas Day'),
});

export const BANK_HOLIDAY_YEAR = component<BankHolidayYear>(
  'BankHolidayYear',
  'The bank holidays of one calendar year.',
  {
    ...record('5a1f5f5c-6a0c-4d0b-9b0a-6f7c3e2d1b02'),
    year: integer(2024),
    days: listOf(BANK_HOLIDAY),
  },
);

export const SCHOOL_TERM = component<SchoolTerm>('SchoolTerm', 'A term.', {
  name: text('Autumn term'),
  from: day('2024-09-02'),
  to: day('2024-12-22'),
});

export const SCHOOL_CALENDAR_DAY = component<SchoolCalendarDay>(
  'SchoolCalendarDay',
  'A day on which schools are closed.',
  {
    day: day('2024-12-25'),
    kind: oneOf(['holiday', 'bank_holiday'], 'bank_holiday'),
    words: text('Christmas Day'),
  },
);

export const SCHOOL_CALENDAR_SPAN = component<SchoolCalendarSpan>(
  'SchoolCalendarSpan',
  'What a calendar of these days shades.',
  {
    from: day('2024-12-01'),
    to: day('2024-12-31'),
    terms: listOf(SCHOOL_TERM),
    days: listOf(SCHOOL_CALENDAR_DAY),
    unknownYears: note('Academic years whose term dates are not known.', listOf(ACADEMIC_YEAR)),
  },
);

export const CALENDAR_IMPORT_YEAR = component<CalendarImportYear>(
  'CalendarImportYear',
  'One year of a file, and what taking it over does.',
  {
    year: text('2024-25'),
    change: oneOf(['new', 'changed', 'same'], 'new'),
    words: text('Mon 2 Sep 2024 to Tue 22 Jul 2025, 5 holidays'),
  },
);

export const CALENDAR_IMPORT = component<CalendarImport>(
  'CalendarImport',
  'The years of a file of term dates or bank holidays.',
  {
    kind: oneOf(['term-dates', 'bank-holidays'], 'term-dates'),
    dryRun: flag(true),
    years: listOf(CALENDAR_IMPORT_YEAR),
  },
);
