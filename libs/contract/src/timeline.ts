import type { FollowUpAction } from './follow-up-actions';
import type { Visit } from './visits';

export const TIMELINE_KINDS = ['visit', 'action', 'register'] as const;
export type TimelineKind = (typeof TIMELINE_KINDS)[number];

/** What the register says of the school's life. */
export interface RegisterEvent {
  what: 'opened' | 'closed' | 'became';
  /** With `became`: the school that followed. */
  successorName: string | null;
}

/** One thing that happened, or will: exactly one of `visit`, `action`, `event` is there. */
export interface TimelineEntry {
  /** The kind with the id of what it tells of. */
  id: string;
  kind: TimelineKind;
  /** Null for a visit without a day, which comes first. */
  on: string | null;
  /** At which school of the line: the school itself, or one before it. */
  schoolId: string;
  schoolName: string;
  visit: Visit | null;
  action: FollowUpAction | null;
  event: RegisterEvent | null;
}
