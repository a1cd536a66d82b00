import type { Day } from './day';

/** What decides a school's place in the queue. */
export interface QueuePlace {
  pinned?: boolean;
  snoozed?: boolean;
  band: number;
  score: number;
  lastVisitedOn: Day | null;
  name: string;
}

const names = new Intl.Collator('en-GB');

/**
 * Rule 10, for `sort`: pinned first and snoozed last, then band, score (high first), the longest
 * unvisited (never visited before all others), name. Pinned and snoozed at once counts as pinned.
 * 0 for two schools alike in all of these.
 */
export function compareInQueue(a: QueuePlace, b: QueuePlace): number {
  return (
    heldPlace(a) - heldPlace(b) ||
    a.band - b.band ||
    b.score - a.score ||
    compareText(a.lastVisitedOn ?? '', b.lastVisitedOn ?? '') ||
    names.compare(a.name, b.name)
  );
}

function heldPlace({ pinned, snoozed }: QueuePlace): number {
  if (pinned) return 0;
  return snoozed ? 2 : 1;
}

function compareText(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
