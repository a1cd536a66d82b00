import type { Day } from '../day';
import { LIMITS } from '../limits';
import { checkSpan, type Fault } from './fault';
import { checkWeekdays } from './visitor-capacity';

/** Days on which a school cannot be visited. */
export interface UnavailableDays {
  from: Day;
  to: Day;
  /** "Residential". */
  why: string;
}

/** What a school says of itself. */
export interface SchoolAvailability {
  /** 1 Monday to 7 Sunday. */
  neverWeekdays: number[];
  wishedWeekdays: number[];
  unavailable: UnavailableDays[];
}

/** What is wrong with it, by field. Spans may overlap. */
export function checkAvailability(of: SchoolAvailability): Fault[] {
  const faults = [
    ...checkWeekdays('neverWeekdays', of.neverWeekdays),
    ...checkWeekdays('wishedWeekdays', of.wishedWeekdays),
    ...of.unavailable.flatMap((each, n) => checkSpan(`unavailable.${n}.`, each)),
  ];
  const both = of.wishedWeekdays.some((day) => of.neverWeekdays.includes(day));
  if (both) {
    const message = 'A weekday is either one that they would like or one that they never can.';
    faults.push({ field: 'wishedWeekdays', message });
  }
  if (of.unavailable.length > LIMITS.planning.unavailable) {
    const message = `There must be at most ${LIMITS.planning.unavailable} entries.`;
    faults.push({ field: 'unavailable', message });
  }
  return faults;
}
