import { daysBetween, type Day } from '../day';
import type { DayRange, SchoolDayList } from '../school-calendar';

/** From one school day to the next across a holiday that parts two half terms. */
const HOLIDAY_DAYS = 9;
const HALF_TERMS_OF_YEAR = 6;

/**
 * The half terms that planning goes by: stretches of a year's school days, each parted from the next by a holiday.
 * Where term dates are not known there are no holidays, and six stretches alike take their place.
 */
export function schoolStretches({ days, assumed }: SchoolDayList): DayRange[] {
  const length = Math.ceil(days.length / HALF_TERMS_OF_YEAR);
  const begins = (at: number, last: Day) =>
    assumed ? at % length === 0 : daysBetween(last, days[at]!) >= HOLIDAY_DAYS;
  const stretches: DayRange[] = [];
  days.forEach((day, at) => {
    const last = stretches.at(-1);
    if (last && !begins(at, last.to)) last.to = day;
    else stretches.push({ from: day, to: day });
  });
  return stretches;
}
