import { type AskedFilterOf, defineList } from './define-list';
import { ANY_SCHOOLS_FILTERS } from './schools';

/** `POST /api/priority-queue/:schoolId/hold`; `DELETE` lifts it. */
export interface NewQueueHold {
  kind: 'pin' | 'snooze';
  reason: string;
  untilOn: string;
}

/** `GET /api/priority-queue`. */
export const QUEUE_LIST = defineList({
  filters: {
    ...ANY_SCHOOLS_FILTERS,
    schoolId: 'uuids',
    band: 'integer',
    pinned: 'boolean',
    snoozed: 'boolean',
    /** Whoever has the school's open visit, else the lead of its region. */
    ownerId: 'uuid',
  },
  // prettier-ignore
  sorts: ['id', 'rank', 'name', 'score', 'state', 'lastVisitedOn', 'monthsSince', 'fsmPercent', 'nextVisitOn'],
});
export type QueueFilter = AskedFilterOf<typeof QUEUE_LIST>;

/** `GET /api/priority-refreshes`. */
export const REFRESH_STATUSES = ['queued', 'running', 'done', 'failed'] as const;
export const REFRESH_LIST = defineList({
  filters: { id: 'uuids', status: REFRESH_STATUSES },
  sorts: ['id', 'createdAt', 'finishedAt'],
});

/** `POST /api/priority-refreshes`: the stale scores, or all of them. */
export interface NewPriorityRefresh {
  all?: boolean;
}
