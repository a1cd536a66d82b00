import { academicYearSpan, isAcademicYear } from '../academic-year';
import { formatDay, isDay } from '../day';
import type { NamedDay, SchoolYearPlan } from './hub-calendar';

/** One thing that is wrong, with the path of the value: `years.2024-25.firstDay`. */
export interface CalendarFault {
  field: string;
  message: string;
}

const MOST_HOLIDAYS = 30;
const LONGEST_NAME = 100;

/**
 * What is wrong with the dates of a school year; empty when nothing is. Every sentence names the year.
 *
 * @param at how the fields are called where the year comes from, `firstDay` for instance
 */
export function checkSchoolYear(
  plan: SchoolYearPlan,
  at: (field: 'year' | 'firstDay' | 'lastDay' | 'holidays', index?: number) => string = ownField,
): CalendarFault[] {
  const { year, firstDay, lastDay, holidays } = plan;
  if (!isAcademicYear(year)) {
    const message = `${shown(year)} is no academic year; write it 2024-25.`;
    return [{ field: at('year'), message }];
  }
  const faults = [
    ...dayFault(firstDay, `${year}: the first day of school`, at('firstDay')),
    ...dayFault(lastDay, `${year}: the last day of school`, at('lastDay')),
    ...holidays.flatMap((holiday, index) => holidayFaults(plan, holiday, at('holidays', index))),
  ];
  if (holidays.length > MOST_HOLIDAYS) {
    const message = `${year}: there are more than ${MOST_HOLIDAYS} holidays.`;
    faults.push({ field: at('holidays'), message });
  }
  if (faults.length > 0) return faults;
  const { opensOn, closesOn } = academicYearSpan(year);
  const inside = `${formatDay(opensOn)} to ${formatDay(closesOn)}`;
  const outside = (day: string) => day < opensOn || day > closesOn;
  if (outside(firstDay)) {
    const message = `${year}: the first day of school, ${formatDay(firstDay)}, is not inside ${inside}.`;
    return [{ field: at('firstDay'), message }];
  }
  if (outside(lastDay)) {
    const message = `${year}: the last day of school, ${formatDay(lastDay)}, is not inside ${inside}.`;
    return [{ field: at('lastDay'), message }];
  }
  if (lastDay <= firstDay) {
    const message = `${year}: the last day of school comes before the first.`;
    return [{ field: at('lastDay'), message }];
  }
  return overlaps(plan, at);
}

function ownField(field: string, index?: number): string {
  return index === undefined ? field : `${field}.${index}`;
}

function holidayFaults(
  { year }: SchoolYearPlan,
  { name, from, to }: SchoolYearPlan['holidays'][number],
  field: string,
): CalendarFault[] {
  const faults = nameFault(name, `${year}: a holiday`, field);
  if (faults.length > 0) return faults;
  faults.push(...dayFault(from, `${year}: the first day of ${name}`, field));
  faults.push(...dayFault(to, `${year}: the last day of ${name}`, field));
  if (faults.length === 0 && to < from) {
    faults.push({ field, message: `${year}: ${name} ends before it begins.` });
  }
  return faults;
}

function overlaps(
  { year, firstDay, lastDay, holidays }: SchoolYearPlan,
  at: (field: 'holidays', index: number) => string,
): CalendarFault[] {
  const faults: CalendarFault[] = [];
  for (const [index, { name, from, to }] of holidays.entries()) {
    const field = at('holidays', index);
    if (from < firstDay || to > lastDay) {
      const span = `${formatDay(firstDay)} to ${formatDay(lastDay)}`;
      faults.push({ field, message: `${year}: ${name} is not inside the school year, ${span}.` });
    }
    const other = holidays.slice(0, index).find((one) => one.from <= to && from <= one.to);
    if (other) faults.push({ field, message: `${year}: ${name} and ${other.name} overlap.` });
  }
  return faults;
}

/** What is wrong with the bank holidays of one calendar year; empty when nothing is. */
export function checkBankHolidays(
  year: number,
  days: readonly NamedDay[],
  at: (index: number) => string = (index) => `days.${index}`,
): CalendarFault[] {
  const seen = new Set<string>();
  return days.flatMap(({ day, name }, index) => {
    const field = at(index);
    const faults = [
      ...nameFault(name, `${year}: a bank holiday`, field),
      ...dayFault(day, `${year}: the day of ${shown(name)}`, field),
    ];
    if (faults.length > 0) return faults;
    if (Number(day.slice(0, 4)) !== year) {
      return [{ field, message: `${year}: ${name}, ${formatDay(day)}, is in another year.` }];
    }
    if (seen.has(day)) {
      return [{ field, message: `${year}: ${formatDay(day)} stands there twice.` }];
    }
    seen.add(day);
    return [];
  });
}

function dayFault(value: unknown, what: string, field: string): CalendarFault[] {
  if (isDay(value)) return [];
  const said = value === undefined ? 'is missing' : `is ${shown(value)}, which is no date`;
  return [{ field, message: `${what} ${said}; write it 2024-09-02.` }];
}

function nameFault(value: unknown, what: string, field: string): CalendarFault[] {
  if (typeof value !== 'string' || value.trim() === '') {
    return [{ field, message: `${what} has no name.` }];
  }
  if (value.length <= LONGEST_NAME) return [];
  return [{ field, message: `${what} has a name of more than ${LONGEST_NAME} characters.` }];
}

/** A value as it was given, cut short. */
export function shown(value: unknown): string {
  const text = typeof value === 'string' ? `“${value}”` : String(JSON.stringify(value));
  return text.length > 40 ? `${text.slice(0, 39)}…` : text;
}
