import { isDay } from '../day';
import { parseTypedDay } from '../typed-day';
import { inFull, type PlanRules } from './plan-state';

/** As the register names them. */
export const SCHOOL_PHASES = [
  ...['Nursery', 'Primary', 'Middle deemed primary', 'Middle deemed secondary', 'Secondary'],
  ...['All-through', '16 plus', 'Not applicable'],
];

/** Everything that is wrong with a hub's rules of plans, a sentence each. */
export function checkPlanRules({ renewalEndsOn, phasesNotExpected }: PlanRules): string[] {
  const faults: string[] = [];
  // 29 February is no day of most years.
  if (!/^\d{2}-\d{2}$/.test(renewalEndsOn) || !isDay(`2025-${renewalEndsOn}`)) {
    faults.push('Give the day until which a plan may be renewed as month and day, like 12-31.');
  }
  if (new Set(phasesNotExpected).size < phasesNotExpected.length) {
    faults.push('Name each phase of which no plan is expected once.');
  }
  return faults;
}

/** Whether the two can tell a school's state differently. */
export const planRulesDiffer = (a: PlanRules, b: PlanRules): boolean =>
  a.renewalEndsOn !== b.renewalEndsOn ||
  [...a.phasesNotExpected].sort().join('\n') !== [...b.phasesNotExpected].sort().join('\n');

// 2025 is no leap year.
const SOME_YEAR = '2025';

/** 31 December for `12-31`; as it is where it is no day. */
export function monthDayInWords(monthDay: string): string {
  const day = `${SOME_YEAR}-${monthDay}`;
  return isDay(day) ? inFull(day).replace(/ \d{4}$/, '') : monthDay;
}

/** `12-31` for `31 December` and `31/12`; null for what is no day. */
export const parseMonthDay = (typed: string): string | null =>
  parseTypedDay(typed, `${SOME_YEAR}-07-01`)?.slice(5) ?? null;
