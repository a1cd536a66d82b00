import type { ActionDue, ActionPriority, ActionStatus, VisitStatus } from '@tracker/domain';
import type { RecordBase, RecordVersion } from './common';

export type { ActionPriority, ActionStatus } from '@tracker/domain';

/** Something to do because of a visit. */
export interface FollowUpAction extends RecordBase {
  schoolId: string;
  /** Read only: as the school is called, which may be a predecessor's name. */
  schoolName: string;
  /** Read only: the school's. */
  regionId: string | null;
  visitId: string | null;
  /** Read only: that visit is void now; what was agreed may still be to be done. */
  visitVoid: boolean;
  title: string;
  detail: string | null;
  ownerId: string | null;
  /** Read only. */
  ownerName: string | null;
  dueOn: string | null;
  priority: ActionPriority;
  status: ActionStatus;
  /** Read only: when and by whom it was done or dropped; null while it is open, or not on record. */
  closedAt: string | null;
  closedById: string | null;
  closedByName: string | null;
  /** Read only: the follow-up visit that the action became, and how that stands. */
  becameVisitId: string | null;
  becameVisitStatus: VisitStatus | null;
  becameVisitOn: string | null;
}

export interface ActionFields {
  detail?: string | null;
  ownerId?: string | null;
  dueOn?: string | null;
  priority?: ActionPriority;
  status?: ActionStatus;
}

/** `POST /api/follow-up-actions` */
export interface NewFollowUpAction extends ActionFields {
  schoolId: string;
  visitId?: string | null;
  title: string;
}

/** `PUT /api/follow-up-actions/:id` */
export interface FollowUpActionChange extends ActionFields, RecordVersion {
  title?: string;
}

/** `POST /api/follow-up-actions/:id/visit`: a follow-up visit, scheduled when it has a day. */
export interface ActionToVisit {
  version?: number;
  scheduledOn?: string | null;
  startTime?: string | null;
  visitorId?: string | null;
}

export interface FollowUpActionFilter {
  id?: string[];
  /** Words of the action or of its school. */
  q?: string;
  schoolId?: string;
  /** With `schoolId`: actions of its predecessors too. */
  withPredecessors?: boolean;
  visitId?: string;
  ownerId?: string;
  /** True for actions that are nobody's. */
  unowned?: boolean;
  regionId?: string | string[];
  status?: ActionStatus | ActionStatus[];
  priority?: ActionPriority | ActionPriority[];
  /** Open, and past its due day. */
  overdue?: boolean;
  /** How an open action stands to today. */
  due?: ActionDue | ActionDue[];
  /** Open, and due before this day. */
  dueBefore?: string;
}
