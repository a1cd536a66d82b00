import { startingYear, type AcademicYear } from '../academic-year';
import { formatDay, type Day } from '../day';
import { plural } from '../plural';
import { checkBankHolidays, checkSchoolYear, shown, type CalendarFault } from './check-calendar';
import { IN_SERVICE, type NamedDay, type NamedDays, type SchoolYearPlan } from './hub-calendar';

/** What a file says, or everything that is wrong with it: a file with a fault is not taken at all. */
export type CalendarReading<T> =
  { years: T[]; faults: [] } | { years: []; faults: CalendarFault[] };

export interface BankHolidays {
  year: number;
  days: NamedDay[];
}

type Fields = Record<string, unknown>;
const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const refused = (field: string, message: string): { years: []; faults: CalendarFault[] } => ({
  years: [],
  faults: [{ field, message }],
});

function parse(content: string): unknown {
  try {
    return JSON.parse(content.replace(/^\uFEFF/, ''));
  } catch {
    return undefined;
  }
}

/**
 * Term dates by academic year, `{"years": {"2024-25": {...}}}`. A year has `term_start`, `last_day`
 * and `holidays` as `{"autumn half term": ["2024-10-28", "2024-11-01"]}`, or `firstDay`, `lastDay` and
 * `holidays` as `[{"name", "from", "to"}]`. What else stands there is passed over.
 */
export function readTermDates(content: string): CalendarReading<SchoolYearPlan> {
  const file = parse(content);
  if (file === undefined) return refused('content', 'The file is not JSON.');
  const years = isFields(file) ? file.years : undefined;
  if (!isFields(years) || Object.keys(years).length === 0) {
    return refused('years', 'The file has no term dates: it should have “years”, as “2024-25”.');
  }
  const faults: CalendarFault[] = [];
  const plans: SchoolYearPlan[] = [];
  for (const [year, dates] of Object.entries(years)) {
    if (!isFields(dates)) {
      faults.push({ field: `years.${year}`, message: `${year}: there are no dates.` });
      continue;
    }
    const plan = schoolYear(year, dates);
    const names = Array.isArray(dates.holidays) ? null : plan.holidays.map(({ name }) => name);
    faults.push(
      ...checkSchoolYear(plan, (field, index) => {
        if (field === 'year') return `years.${year}`;
        if (field !== 'holidays') return `years.${year}.${SPELLED(dates)[field]}`;
        const place = index === undefined ? '' : `.${names?.[index] ?? index}`;
        return `years.${year}.holidays${place}`;
      }),
    );
    plans.push(plan);
  }
  if (faults.length > 0) return { years: [], faults };
  const inOrder = (a: SchoolYearPlan, b: SchoolYearPlan) =>
    startingYear(a.year) - startingYear(b.year);
  return { years: plans.sort(inOrder), faults: [] };
}

const SPELLED = (dates: Fields) =>
  'term_start' in dates || 'last_day' in dates
    ? { firstDay: 'term_start', lastDay: 'last_day' }
    : { firstDay: 'firstDay', lastDay: 'lastDay' };

// The values may still be anything; `checkSchoolYear` says what is wrong with them.
function schoolYear(year: string, dates: Fields): SchoolYearPlan {
  const { firstDay, lastDay } = SPELLED(dates);
  const holidays = holidaysOf(dates.holidays);
  return {
    year: year as AcademicYear,
    firstDay: dates[firstDay] as Day,
    lastDay: dates[lastDay] as Day,
    holidays: holidays.sort((a, b) => (String(a.from) < String(b.from) ? -1 : 1)),
  };
}

function holidaysOf(value: unknown): NamedDays[] {
  if (Array.isArray(value)) {
    return value.map((holiday: unknown) => {
      const { name, from, to } = isFields(holiday) ? holiday : ({} as Fields);
      return { name: name as string, from: from as Day, to: to as Day };
    });
  }
  if (!isFields(value)) return [];
  return Object.entries(value).map(([name, days]) => {
    const [from, to] = Array.isArray(days) ? (days as unknown[]) : [];
    return { name, from: from as Day, to: to as Day };
  });
}

const DIVISION = 'england-and-wales';

/**
 * Bank holidays by calendar year, from the file of gov.uk (`{"england-and-wales": {"events": [{"title",
 * "date"}]}}`) or the list of one division (`{"division": "england-and-wales", "events": [...]}`).
 */
export function readBankHolidays(content: string): CalendarReading<BankHolidays> {
  const file = parse(content);
  if (file === undefined) return refused('content', 'The file is not JSON.');
  if (!isFields(file)) return refused('events', NO_EVENTS);
  const { division = DIVISION } = isFields(file[DIVISION]) ? file[DIVISION] : file;
  if (division !== DIVISION) {
    const message = `These are the bank holidays of ${shown(division)}; those of ${DIVISION} are needed.`;
    return refused('division', message);
  }
  const events = isFields(file[DIVISION]) ? file[DIVISION].events : file.events;
  if (!Array.isArray(events) || events.length === 0) return refused('events', NO_EVENTS);
  const byYear = new Map<number, { days: NamedDay[]; at: number[] }>();
  for (const [index, event] of events.entries()) {
    const { title, date } = isFields(event) ? event : ({} as Fields);
    const year = Number(/^\d{4}-/.test(String(date)) ? String(date).slice(0, 4) : 0);
    if (year === 0) {
      const message = `${shown(title)}: the date is ${shown(date)}, which is no date; write it 2024-12-25.`;
      return refused(`events.${index}.date`, message);
    }
    const { days, at } = byYear.get(year) ?? { days: [], at: [] };
    days.push({ day: date as Day, name: title as string });
    at.push(index);
    byYear.set(year, { days, at });
  }
  const faults = [...byYear].flatMap(([year, { days, at }]) =>
    checkBankHolidays(year, days, (index) => `events.${at[index]}`),
  );
  if (faults.length > 0) return { years: [], faults };
  const years = [...byYear].map(([year, { days }]) => ({
    year,
    days: days.sort((a, b) => (a.day < b.day ? -1 : 1)),
  }));
  return { years: years.sort((a, b) => a.year - b.year), faults: [] };
}

const NO_EVENTS = `The file has no bank holidays: it should have “${DIVISION}” with “events”.`;

/** `Mon 2 Sep 2024 to Tue 22 Jul 2025, 5 holidays`. */
export const schoolYearInWords = ({
  firstDay,
  lastDay,
  holidays,
}: Omit<SchoolYearPlan, 'year'>): string => {
  const closed = holidays.filter(({ name }) => name === IN_SERVICE).length;
  return [
    `${formatDay(firstDay)} to ${formatDay(lastDay)}`,
    plural(holidays.length - closed, 'holiday'),
    ...(closed > 0 ? [plural(closed, 'in-service day')] : []),
  ].join(', ');
};
