import {
  ACTION_DUES,
  ACTION_PRIORITIES,
  ACTION_STATUSES,
  type ActionPriority,
  type ActionStatus,
} from '@tracker/domain';
import type { RecordVersion } from './common';
import { type AskedFilterOf, defineList } from './define-list';

export type { ActionPriority, ActionStatus } from '@tracker/domain';

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

/** `GET /api/follow-up-actions`. */
export const ACTION_LIST = defineList({
  filters: {
    id: 'uuids',
    /** Words of the action or of its school. */
    q: 'text',
    schoolId: 'uuid',
    /** With `schoolId`: actions of its predecessors too. */
    withPredecessors: 'boolean',
    visitId: 'uuid',
    ownerId: 'uuid',
    /** True for actions that are nobody's. */
    unowned: 'boolean',
    regionId: 'regions',
    status: ACTION_STATUSES,
    priority: ACTION_PRIORITIES,
    /** Open, and past its due day. */
    overdue: 'boolean',
    /** How an open action stands to today. */
    due: ACTION_DUES,
    /** Open, and due before this day. */
    dueBefore: 'day',
  },
  // prettier-ignore
  sorts: ['id', 'dueOn', 'title', 'status', 'priority', 'schoolName', 'ownerName', 'closedAt', 'createdAt'],
});
export type FollowUpActionFilter = AskedFilterOf<typeof ACTION_LIST>;
