import { formatDay } from '@tracker/domain';
import type { Visit } from '@tracker/contract';

/** Of what depends on the day of a visit that has none. */
export const NOT_SCHEDULED_YET = 'Not scheduled yet';

/** When it was or will be: `Tue 3 Dec 2024 at 10:30`, `No date yet`. */
export function whenInWords({ visitedOn, scheduledOn, startTime }: Visit): string {
  if (visitedOn) return formatDay(visitedOn);
  if (!scheduledOn) return 'No date yet';
  return startTime
    ? `${formatDay(scheduledOn)} at ${startTime.slice(0, 5)}`
    : formatDay(scheduledOn);
}

/** Outcome in a sentence; null while nothing has. */
export function outcomeInWords(visit: Visit): string | null {
  if (visit.outcome) return visit.outcome.summary;
  const status = visit.voidedFrom ?? visit.status;
  if (status === 'cancelled') {
    const by = visit.cancelledBy === 'school' ? 'the school' : 'the hub';
    return `Cancelled by ${by}${visit.cancelReason ? `: ${visit.cancelReason}` : '.'}`;
  }
  if (status === 'not_held') return `Not held: ${visit.notHeldReason ?? 'no reason recorded'}`;
  return null;
}
