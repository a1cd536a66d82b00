import type { ActionPriority, ActionStatus } from './follow-up-action';
import type { SchoolStatus } from './school-scope';
import type { VisitKind, VisitStatus } from './visit-state';

/** What stands on a screen and in a file for the words of the API. */
export const SCHOOL_STATUS_WORDS: Record<SchoolStatus, string> = {
  open: 'Open',
  closing: 'Open, proposed to close',
  closed: 'Closed',
  proposed: 'Proposed to open',
};

export const VISIT_STATUS_WORDS: Record<VisitStatus, string> = {
  proposed: 'Proposed',
  scheduled: 'Scheduled',
  confirmed: 'Confirmed',
  completed: 'Completed',
  cancelled: 'Cancelled',
  not_held: 'Not held',
  void: 'Void',
};

export const VISIT_KIND_WORDS: Record<VisitKind, string> = {
  cycle: 'Visit of the cycle',
  follow_up: 'Follow-up visit',
  other: 'Other contact',
};

export const ACTION_STATUS_WORDS: Record<ActionStatus, string> = {
  open: 'Open',
  in_progress: 'In progress',
  done: 'Done',
  dropped: 'Dropped',
};

export const ACTION_PRIORITY_WORDS = {
  low: 'Low',
  normal: 'Normal',
  high: 'High',
} as const satisfies Record<ActionPriority, string>;
