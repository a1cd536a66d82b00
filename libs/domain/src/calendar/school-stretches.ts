import { daysBetween, type Day } from '../day';
import type { DayRange } from '../school-calendar';

/** From one school day to the next across a holiday that parts two half terms. */
const HOLIDAY_DAYS = 9;

/**
 * The half terms that planning goes by: stretches of school days, each parted from the next by a holiday.
 *
 * @param schoolDays in order
 */
export function schoolStretches(schoolDays: readonly Day[]): DayRange[] {
  const stretches: DayRange[] = [];
  for (const day of schoolDays) {
    const last = stretches.at(-1);
    if (last && daysBetween(last.to, day) < HOLIDAY_DAYS) last.to = day;
    else stretches.push({ from: day, to: day });
  }
  return stretches;
}
