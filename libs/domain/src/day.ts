import { plural } from './plural';

/**
 * A calendar date with no time and no zone, written `YYYY-MM-DD`, in the years 1900 to 2199.
 * Days compare as text. Functions taking a Day throw a RangeError for any other text.
 */
export type Day = string;

export const WEEKDAY_NAMES: readonly string[] = 'Mon Tue Wed Thu Fri Sat Sun'.split(' ');
export const WEEKDAYS_IN_FULL: readonly string[] =
  'Monday Tuesday Wednesday Thursday Friday Saturday Sunday'.split(' ');
export const MONTH_NAMES: readonly string[] =
  'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ');

export interface DayParts {
  year: number;
  /** 1 to 12. */
  month: number;
  /** 1 to 31. */
  date: number;
}

export function daysInMonth(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

/** Two digits of `text` at `at` as a number, NaN when either is no digit. */
function twoDigits(text: string, at: number): number {
  const tens = text.charCodeAt(at) - 48;
  const ones = text.charCodeAt(at + 1) - 48;
  return tens >= 0 && tens <= 9 && ones >= 0 && ones <= 9 ? tens * 10 + ones : NaN;
}

// Read by character code: scoring reads tens of thousands of days and a pattern or a date object
// for each of them costs several times as much.
function readDay(text: string): DayParts | null {
  if (text.length !== 10 || text.charCodeAt(4) !== 45 || text.charCodeAt(7) !== 45) return null;
  const year = twoDigits(text, 0) * 100 + twoDigits(text, 2);
  const month = twoDigits(text, 5);
  const date = twoDigits(text, 8);
  const real =
    year >= 1900 &&
    year <= 2199 &&
    month >= 1 &&
    month <= 12 &&
    date >= 1 &&
    date <= daysInMonth(year, month);
  return real ? { year, month, date } : null;
}

/** Whether `text` is a real calendar date written `YYYY-MM-DD`, in the years 1900 to 2199. */
export function isDay(text: unknown): text is Day {
  return typeof text === 'string' && readDay(text) !== null;
}

/** Year, month and date of a day as whole numbers. */
export function dayParts(day: Day): DayParts {
  const parts = readDay(day);
  if (!parts) throw new RangeError(`Not a day written YYYY-MM-DD: ${String(day)}`);
  return parts;
}

const pad = (value: number) => (value < 10 ? `0${value}` : String(value));

/** The day of these parts, which must be a real date; the reverse of `dayParts`. */
export function dayOf({ year, month, date }: DayParts): Day {
  return `${year}-${pad(month)}-${pad(date)}`;
}

/** Days since 1 January 1970, by the proleptic Gregorian calendar (Howard Hinnant's algorithm). */
export function toSerial(day: Day): number {
  return serialOf(dayParts(day));
}

function serialOf({ year, month, date }: DayParts): number {
  const y = month <= 2 ? year - 1 : year;
  const era = Math.floor(y / 400);
  const yearOfEra = y - era * 400;
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + date - 1;
  const leapDays = Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100);
  return era * 146097 + yearOfEra * 365 + leapDays + dayOfYear - 719468;
}

/** The day so many days after 1 January 1970; the reverse of `toSerial`. */
export function fromSerial(serial: number): Day {
  const z = serial + 719468;
  const era = Math.floor(z / 146097);
  const dayOfEra = z - era * 146097;
  const yearOfEra = Math.floor(
    (dayOfEra -
      Math.floor(dayOfEra / 1460) +
      Math.floor(dayOfEra / 36524) -
      Math.floor(dayOfEra / 146096)) /
      365,
  );
  const leapDays = Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100);
  const dayOfYear = dayOfEra - (365 * yearOfEra + leapDays);
  const monthFromMarch = Math.floor((5 * dayOfYear + 2) / 153);
  const date = dayOfYear - Math.floor((153 * monthFromMarch + 2) / 5) + 1;
  const month = monthFromMarch + (monthFromMarch < 10 ? 3 : -9);
  return dayOf({ year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, date });
}

export function addDays(day: Day, days: number): Day {
  return fromSerial(toSerial(day) + days);
}

/** So many months on; the end of a shorter month stands in: 31 January and a month is 28 February. */
export function addMonths(day: Day, months: number): Day {
  const parts = dayParts(day);
  const count = parts.year * 12 + parts.month - 1 + months;
  const year = Math.floor(count / 12);
  const month = count - year * 12 + 1;
  return dayOf({ year, month, date: Math.min(parts.date, daysInMonth(year, month)) });
}

/** So many years on; 29 February and three years is 28 February. */
export function addYears(day: Day, years: number): Day {
  return addMonths(day, years * 12);
}

/** Days from `from` to `to`; negative when `to` is the earlier one. */
export function daysBetween(from: Day, to: Day): number {
  return toSerial(to) - toSerial(from);
}

/**
 * Whole calendar months elapsed: a month is over on the same date of the next one, and where that
 * month has no such date, on the 1st after it (as Temporal and PostgreSQL's `age` count).
 * Negative when `to` is the earlier one.
 */
export function wholeMonthsBetween(from: Day, to: Day): number {
  if (to < from) return -wholeMonthsBetween(to, from);
  const a = dayParts(from);
  const b = dayParts(to);
  return (b.year - a.year) * 12 + b.month - a.month - (b.date < a.date ? 1 : 0);
}

/** 1 is Monday, 7 is Sunday. */
export function weekday(day: Day): number {
  return weekdayOf(toSerial(day));
}

// Day 0 was a Thursday.
function weekdayOf(serial: number): number {
  return ((((serial + 3) % 7) + 7) % 7) + 1;
}

/** The Monday of the week that a day is in. */
export const mondayOf = (day: Day): Day => addDays(day, 1 - weekday(day));

/** The last day of the week that a day is in. */
export const sundayOf = (day: Day): Day => addDays(mondayOf(day), 6);

/** `Tue 3 Dec 2024`. */
export function formatDay(day: Day): string {
  const parts = dayParts(day);
  const dayName = WEEKDAY_NAMES[weekdayOf(serialOf(parts)) - 1];
  return `${dayName} ${parts.date} ${MONTH_NAMES[parts.month - 1]} ${parts.year}`;
}

/** `Mon 9 Dec 2024 to Fri 13 Dec 2024`, or the one day. */
export const spanInWords = ({ from, to }: { from: Day; to: Day }): string =>
  from === to ? formatDay(from) : `${formatDay(from)} to ${formatDay(to)}`;

/** A number of months in years and months: `4 years 2 months`, `1 year`, `3 months`. */
export function monthsInWords(months: number): string {
  const years = Math.floor(months / 12);
  const rest = months - years * 12;
  if (years === 0) return plural(rest, 'month');
  return rest === 0 ? plural(years, 'year') : `${plural(years, 'year')} ${plural(rest, 'month')}`;
}

/** How long ago a day was: `4 years 2 months ago`, `12 days ago`, `yesterday`, `never`, `in 5 days`. */
export function sinceInWords(from: Day | null, today: Day): string {
  if (from === null) return 'never';
  const days = daysBetween(from, today);
  if (days === 0) return 'today';
  if (Math.abs(days) === 1) return days === 1 ? 'yesterday' : 'tomorrow';
  const months = Math.abs(wholeMonthsBetween(from, today));
  const span = months === 0 ? plural(Math.abs(days), 'day') : monthsInWords(months);
  return days > 0 ? `${span} ago` : `in ${span}`;
}

/** Made when first used: loading the zones takes a new process some 30 ms. */
const once = <T>(make: () => T) => {
  let made: T | undefined;
  return () => (made ??= make());
};

const londonDate = once(
  () =>
    new Intl.DateTimeFormat('en-GB', {
      timeZone: 'Europe/London',
      calendar: 'gregory',
      numberingSystem: 'latn',
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
    }),
);

/** The date in Europe/London at an instant, given in milliseconds since 1970 UTC. */
export function londonToday(instantEpochMs: number): Day {
  const found: Partial<Record<Intl.DateTimeFormatPartTypes, string>> = {};
  for (const { type, value } of londonDate().formatToParts(instantEpochMs)) found[type] = value;
  return `${found.year}-${found.month}-${found.day}`;
}

/** The date in Europe/London at an instant written in ISO 8601 with its zone; null for other text. */
export function londonDayOf(instant: string): Day | null {
  const match =
    /^(\d{4}-\d{2}-\d{2})[T ](\d{2}):(\d{2})(?::(\d{2})(?:\.\d+)?)?(?:Z|([+-])(\d{2})(?::?(\d{2}))?)$/.exec(
      instant,
    );
  const [, day = '', hours, minutes, seconds = 0, sign, zoneHours = 0, zoneMinutes = 0] =
    match ?? [];
  if (!isDay(day)) return null;
  const zone = (Number(zoneHours) * 60 + Number(zoneMinutes)) * (sign === '-' ? -1 : 1);
  const minutesOfDay = Number(hours) * 60 + Number(minutes) - zone;
  return londonToday((toSerial(day) * 1440 + minutesOfDay) * 60_000 + Number(seconds) * 1000);
}

const londonClock = once(
  () =>
    new Intl.DateTimeFormat('en-GB', {
      timeZone: 'Europe/London',
      hour: '2-digit',
      minute: '2-digit',
      hourCycle: 'h23',
    }),
);

/** `HH:MM` in Europe/London at an instant, given in milliseconds since 1970 UTC. */
export const londonTime = (instantEpochMs: number): string => londonClock().format(instantEpochMs);

/**
 * The instant of a time of day in Europe/London, in milliseconds since 1970 UTC. A time that the
 * clocks skip in March is taken as the one an hour later; of one that comes twice in October the first.
 *
 * @param time `HH:MM`
 */
export function londonInstant(day: Day, time: string): number {
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  const asUtc = ((toSerial(day) * 24 + hours) * 60 + minutes) * 60_000;
  const summer = asUtc - 3_600_000;
  const isSummer = londonToday(summer) === day && londonTime(summer) === time;
  return isSummer ? summer : asUtc;
}
