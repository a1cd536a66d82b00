import type { RecordBase } from './common';

export type ActionStatus = 'open' | 'in_progress' | 'done' | 'dropped';
export type ActionPriority = 'low' | 'normal' | 'high';

/** Something to do because of a visit. */
export interface FollowUpAction extends RecordBase {
  schoolId: string;
  schoolName: string;
  visitId: string | null;
  title: string;
  detail: string | null;
  ownerId: string | null;
  ownerName: string | null;
  dueOn: string | null;
  priority: ActionPriority;
  status: ActionStatus;
}
