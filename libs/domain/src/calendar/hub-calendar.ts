import { capital } from '../capital';
import {
  academicYearOf,
  academicYearSpan,
  addAcademicYears,
  type AcademicYear,
} from '../academic-year';
import { addDays, dayParts, daysBetween, weekday, type Day } from '../day';
import type { DayRange, SchoolCalendar, SchoolYearDates } from '../school-calendar';

/** What a day is called on which the schools are open for their staff alone. */
export const IN_SERVICE = 'In-service day';

/** A break inside a school year: `Autumn half term`. */
export interface NamedDays extends DayRange {
  name: string;
}

/** When schools are open in one academic year: first and last day, less the holidays between. */
export interface SchoolYearPlan {
  year: AcademicYear;
  firstDay: Day;
  lastDay: Day;
  holidays: readonly NamedDays[];
}

export interface NamedDay {
  day: Day;
  name: string;
}

export interface NamedYearDates extends SchoolYearDates {
  holidays: readonly NamedDays[];
}

/** The calendar of the rules, with what its days are called. */
export interface HubCalendar extends SchoolCalendar {
  years: Readonly<Record<AcademicYear, NamedYearDates>>;
  bankHolidayNames: Readonly<Record<Day, string>>;
}

export function hubCalendar(
  years: readonly SchoolYearPlan[],
  bankHolidays: readonly NamedDay[],
): HubCalendar {
  return {
    years: Object.fromEntries(
      years.map(({ year, firstDay, lastDay, holidays }) => [
        year,
        { terms: [{ from: firstDay, to: lastDay }], holidays },
      ]),
    ),
    bankHolidays: bankHolidays.map(({ day }) => day),
    bankHolidayNames: Object.fromEntries(bankHolidays.map(({ day, name }) => [day, name])),
  };
}

export type SchoolDayKind = 'school_day' | 'weekend' | 'bank_holiday' | 'holiday';

/**
 * Whether schools are open on a day. A year without term dates has its weekdays outside August,
 * as `schoolDaysBetween` counts them.
 */
export function schoolDayKind(calendar: HubCalendar, day: Day): SchoolDayKind {
  if (Object.hasOwn(calendar.bankHolidayNames, day)) return 'bank_holiday';
  if (holidayOn(calendar, day) !== null) return 'holiday';
  return weekday(day) > 5 ? 'weekend' : 'school_day';
}

/** What a day without school is called: `Christmas Day`, `Autumn half term`; null when it has no name. */
export function dayInWords(calendar: HubCalendar, day: Day): string | null {
  return calendar.bankHolidayNames[day] ?? holidayOn(calendar, day);
}

function holidayOn(calendar: HubCalendar, day: Day): string | null {
  const year = calendar.years[academicYearOf(day)];
  const [term] = year?.terms ?? [];
  if (!year || !term) return dayParts(day).month === 8 ? 'Summer holiday' : null;
  if (day < term.from || day > term.to) return 'Summer holiday';
  const found = year.holidays.find(({ from, to }) => day >= from && day <= to);
  return found ? capital(found.name) : null;
}

/** A break this long parts two terms, unless it is called a half term. */
const PARTS_TERMS_FROM_DAYS = 8;
export const IS_HALF_TERM_BREAK = /half[\s-]*term/i;
const TERM_NAMES = ['Autumn term', 'Spring term', 'Summer term'];

/** The terms of a year, parted by its long holidays; three are called by the seasons. */
export function termsOf({
  firstDay,
  lastDay,
  holidays,
}: Omit<SchoolYearPlan, 'year'>): NamedDays[] {
  const parting = holidays
    .filter(({ name, from, to }) => {
      return !IS_HALF_TERM_BREAK.test(name) && daysBetween(from, to) + 1 >= PARTS_TERMS_FROM_DAYS;
    })
    .sort((a, b) => (a.from < b.from ? -1 : 1));
  const starts = [firstDay, ...parting.map(({ to }) => addDays(to, 1))];
  const ends = [...parting.map(({ from }) => addDays(from, -1)), lastDay];
  return starts
    .map((from, index) => ({ from, to: ends[index] ?? lastDay }))
    .filter(({ from, to }) => from <= to)
    .map((range, index, all) => ({
      ...range,
      name: (all.length === 3 && TERM_NAMES[index]) || `Term ${index + 1}`,
    }));
}

/**
 * The term a day is in, or the next one when it is in a holiday. Without term dates the whole
 * academic year, and `assumed` says so.
 */
export function termOn(calendar: HubCalendar, day: Day): NamedDays & { assumed: boolean } {
  for (const year of [academicYearOf(day), addAcademicYears(academicYearOf(day), 1)]) {
    const dates = calendar.years[year];
    const [span] = dates?.terms ?? [];
    if (!dates || !span) break;
    const terms = termsOf({ firstDay: span.from, lastDay: span.to, holidays: dates.holidays });
    const term = terms.find(({ to }) => day <= to);
    if (term) return { ...term, assumed: false };
  }
  const { opensOn, closesOn } = academicYearSpan(academicYearOf(day));
  return { name: `${academicYearOf(day)}`, from: opensOn, to: closesOn, assumed: true };
}

/** What stands out in a stretch of days: terms, days without school that have a name, unknown years. */
export interface CalendarSpan {
  terms: NamedDays[];
  days: { day: Day; kind: 'holiday' | 'bank_holiday'; words: string }[];
  /** Academic years whose term dates are not known. */
  unknownYears: AcademicYear[];
}

/** What a calendar from one day to another shades, both inside; nothing when `to` is before `from`. */
export function calendarSpan(calendar: HubCalendar, from: Day, to: Day): CalendarSpan {
  const span: CalendarSpan = { terms: [], days: [], unknownYears: [] };
  for (let day = from; day <= to; day = addDays(day, 1)) {
    const kind = schoolDayKind(calendar, day);
    if (kind !== 'holiday' && kind !== 'bank_holiday') continue;
    span.days.push({ day, kind, words: dayInWords(calendar, day) ?? '' });
  }
  for (let year = academicYearOf(from); from <= to; year = addAcademicYears(year, 1)) {
    const { opensOn, closesOn } = academicYearSpan(year);
    if (opensOn > to) break;
    const dates = calendar.years[year];
    const [whole] = dates?.terms ?? [];
    if (!dates || !whole) span.unknownYears.push(year);
    else {
      const plan = { firstDay: whole.from, lastDay: whole.to, holidays: dates.holidays };
      span.terms.push(...termsOf(plan).filter((term) => term.from <= to && term.to >= from));
    }
    if (closesOn >= to) break;
  }
  return span;
}

/** The next school days from a day on, that day inside; fewer when a year and a half has no more. */
export function nextSchoolDays(
  calendar: HubCalendar,
  from: Day,
  { count, suits }: { count: number; suits: (day: Day) => boolean },
): Day[] {
  const days: Day[] = [];
  const last = addDays(from, 550);
  for (let day = from; day <= last && days.length < count; day = addDays(day, 1)) {
    if (schoolDayKind(calendar, day) === 'school_day' && suits(day)) days.push(day);
  }
  return days;
}
