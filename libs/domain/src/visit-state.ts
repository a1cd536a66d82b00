import { academicYearOf, academicYearSpan, startingYearOf } from './academic-year';
import { addDays, addYears, dayParts, daysInMonth, type Day } from './day';

export type VisitState = 'never_visited' | 'overdue' | 'due' | 'on_track';
export const VISIT_STATES: readonly VisitState[] = ['never_visited', 'overdue', 'due', 'on_track'];

export type VisitKind = 'cycle' | 'follow_up' | 'other';
export const VISIT_KINDS: readonly VisitKind[] = ['cycle', 'follow_up', 'other'];

export type VisitStatus =
  'proposed' | 'scheduled' | 'confirmed' | 'completed' | 'cancelled' | 'not_held' | 'void';
export const VISIT_STATUSES: readonly VisitStatus[] = [
  'proposed',
  'scheduled',
  'confirmed',
  'completed',
  'cancelled',
  'not_held',
  'void',
];

/** Planned still: nobody has said what came of it. */
export const OPEN_VISIT_STATUSES = ['proposed', 'scheduled', 'confirmed'] as const;

/** Rule 8: somebody has agreed to come on a day. */
export const AGREED_VISIT_STATUSES = ['scheduled', 'confirmed'] as const;

/** Rule 4: a visit of no other status ever counts. */
export const COUNTING_VISIT_STATUS = 'completed';

/** Years after a counting visit until the next one is due (rule 6). */
export const YEARS_BETWEEN_VISITS = 3;

/** What the rules need to know of a visit that may count. */
export interface HeldVisit {
  status: VisitStatus;
  visitedOn: Day | null;
  kind: VisitKind;
}

/** What the rules need to know of a visit that may be booked. */
export interface PlannedVisit {
  status: VisitStatus;
  scheduledOn: Day | null;
}

/**
 * Rule 4: a visit counts when it is completed and its kind is not one the hub has set not to count.
 * No other status ever counts or resets the clock.
 */
export function countsTowardsCycle(
  { status, visitedOn, kind }: HeldVisit,
  kindsNotCounting: readonly VisitKind[],
): boolean {
  return status === COUNTING_VISIT_STATUS && visitedOn !== null && !kindsNotCounting.includes(kind);
}

/**
 * The day of the latest counting visit, null when there is none. A completed visit never lies in
 * the future; given `today`, one that does all the same is passed over, so that a slip of the pen
 * cannot hide a school for years.
 */
export function lastCountingVisitOn(
  visits: readonly HeldVisit[],
  kindsNotCounting: readonly VisitKind[],
  today?: Day,
): Day | null {
  let last: Day | null = null;
  for (const visit of visits) {
    const { visitedOn } = visit;
    if (visitedOn === null || !countsTowardsCycle(visit, kindsNotCounting)) continue;
    if (today !== undefined && visitedOn > today) continue;
    if (last === null || visitedOn > last) last = visitedOn;
  }
  return last;
}

/** Rule 6: the last counting visit and three years; after 29 February it is 28 February. */
export function dueOnAfter(lastVisitedOn: Day): Day {
  return addYears(lastVisitedOn, YEARS_BETWEEN_VISITS);
}

/** Rule 7: a school's state on a day, from the day of its last counting visit. */
export function visitState(lastVisitedOn: Day | null, today: Day): VisitState {
  if (lastVisitedOn === null) return 'never_visited';
  const dueOn = dueOnAfter(lastVisitedOn);
  if (today > dueOn) return 'overdue';
  return startingYearOf(dueOn) === startingYearOf(today) ? 'due' : 'on_track';
}

/** The latest day of a last visit that falls due on `day` or before it. */
function latestVisitDueBy(day: Day): Day {
  const visited = addYears(day, -YEARS_BETWEEN_VISITS);
  const { year, month, date } = dayParts(visited);
  // Two days fall due on the 28th of a February: the 28th and, in a leap year, the 29th.
  return month === 2 && date === 28 && daysInMonth(year, 2) === 29 ? addDays(visited, 1) : visited;
}

/** The latest day of a last counting visit with which a school is overdue on `day` (rule 7). */
export function lastVisitOverdueOn(day: Day): Day {
  return latestVisitDueBy(addDays(day, -1));
}

/**
 * The days of a last counting visit, both ends inside, that give exactly this state today, for a
 * filter in SQL; an end left out is open. `none` stands for "no counting visit on record".
 */
export function lastVisitedOnBounds(
  state: VisitState,
  today: Day,
): { from?: Day; to?: Day } | 'none' {
  if (state === 'never_visited') return 'none';
  const lastOverdue = lastVisitOverdueOn(today);
  const lastDue = latestVisitDueBy(academicYearSpan(academicYearOf(today)).closesOn);
  if (state === 'overdue') return { to: lastOverdue };
  if (state === 'due') return { from: addDays(lastOverdue, 1), to: lastDue };
  return { from: addDays(lastDue, 1) };
}

/** Rule 8: somebody has agreed to come today or later. */
export function isBooked({ status, scheduledOn }: PlannedVisit, today: Day): boolean {
  return isAgreed(status) && scheduledOn !== null && scheduledOn >= today;
}

/** Rule 8: the agreed day has passed and nobody has said what came of it. */
export function isUnlogged({ status, scheduledOn }: PlannedVisit, today: Day): boolean {
  return isAgreed(status) && scheduledOn !== null && scheduledOn < today;
}

function isAgreed(status: VisitStatus): boolean {
  return (AGREED_VISIT_STATUSES as readonly VisitStatus[]).includes(status);
}

export function isVisitOpen(status: VisitStatus): boolean {
  return (OPEN_VISIT_STATUSES as readonly VisitStatus[]).includes(status);
}

const STATE_WORDS: Record<VisitState, string> = {
  never_visited: 'Never visited',
  overdue: 'Overdue',
  due: 'Due this year',
  on_track: 'On track',
};

export function stateInWords(state: VisitState): string {
  return STATE_WORDS[state];
}
