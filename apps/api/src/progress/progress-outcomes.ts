import type { OutcomeReason, ScheduledOutcomes } from '@tracker/contract';
import type { CountedOutcome, OutcomeKey } from '@tracker/data';
import type { GroupFilter, ProgressLists } from './progress-lists';

const MOST_REASONS = 20;

/** @param rows the most frequent first */
export function outcomesOf(
  rows: readonly CountedOutcome[],
  lists: ProgressLists,
  whole: GroupFilter,
): ScheduledOutcomes {
  const list = (key: OutcomeKey) => {
    const of = rows.filter(({ outcome }) => outcome === key);
    return lists.outcome(
      key,
      of.reduce((sum, { visits }) => sum + visits, 0),
      whole,
    );
  };
  return {
    held: list('held'),
    cancelledBySchool: list('cancelled_by_school'),
    cancelledByHub: list('cancelled_by_hub'),
    notHeld: list('not_held'),
    unlogged: list('unlogged'),
    reasons: rows.flatMap((row) => reasonOf(row, lists, whole)).slice(0, MOST_REASONS),
  };
}

function reasonOf(
  { outcome, reason, alike, visits }: CountedOutcome,
  lists: ProgressLists,
  whole: GroupFilter,
): OutcomeReason[] {
  if (reason === null || alike === null) return [];
  // No list has those of which it is not known who cancelled them.
  if (outcome === 'held' || outcome === 'unlogged' || outcome === 'cancelled') return [];
  return [{ outcome, reason, visits, filter: { ...lists.reason(outcome, alike, whole) } }];
}
