import type { SchoolStatus, VisitKind, VisitStatus } from '@tracker/domain';
import type { Role } from './auth';
import type { ActionStatus } from './follow-up-actions';
import type { FsmBand } from './schools';

/** What stands on a screen and in an exported list for the words of the API. */
export const ROLE_WORDS: Record<Role, string> = {
  head: 'Head of Participation',
  regional: 'Regional team',
  manager: 'Manager',
  admin: 'Administrator',
};

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

export const ACTION_PRIORITY_WORDS = { low: 'Low', normal: 'Normal', high: 'High' } as const;

/** Pupils eligible for free school meals, in the order of the bands. */
export const FSM_BAND_WORDS: Record<FsmBand, string> = {
  'under-10': 'Under 10%',
  '10-20': '10% to under 20%',
  '20-30': '20% to under 30%',
  '30-40': '30% to under 40%',
  '40-and-over': '40% and over',
  'not-known': 'Not known',
};
