import type { ScoreFactor, VisitState } from '@tracker/domain';
import type { RecordBase } from './common';
import { type AskedFilterOf, defineList } from './define-list';
import { ANY_SCHOOLS_FILTERS } from './schools';

/** A school's place in the queue, with the factors that made it. `id` and `version` are the school's; `updatedAt` is when it was ranked. */
export interface QueueEntry extends RecordBase {
  /** Place in the whole queue, whatever is filtered; 1 is next. */
  rank: number;
  schoolId: string;
  urn: number;
  name: string;
  town: string | null;
  district: string | null;
  phase: string | null;
  fsmPercent: number | null;
  regionId: string | null;
  state: VisitState;
  /** 1 not visited in three years, 2 due, 3 on track. */
  band: 1 | 2 | 3;
  /** 0 to 100, one decimal. */
  score: number;
  factors: ScoreFactor[];
  lastVisitedOn: string | null;
  /** Whole calendar months since the last visit. */
  monthsSince: number | null;
  /** A visit scheduled or confirmed for today or later. */
  booked: boolean;
  nextVisitOn: string | null;
  /** The day of the latest visit that has passed and that nobody has logged. */
  unloggedOn: string | null;
  /** A visit waits for a date. */
  proposed: boolean;
  pinned: boolean;
  snoozedUntil: string | null;
  /** The pin or snooze in force. */
  hold: QueueHold | null;
  scoredAt: string;
  /** True while a change waits to be ranked. */
  stale: boolean;
}

/** A school pinned to the top of the queue or snoozed to its end. */
export interface QueueHold {
  id: string;
  schoolId: string;
  kind: 'pin' | 'snooze';
  reason: string;
  /** Last day on which it holds. */
  untilOn: string;
  createdById: string | null;
  createdByName: string | null;
  createdAt: string;
}

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

/** `GET /api/priority-refreshes/:id`. */
export interface PriorityRefresh {
  id: string;
  createdAt: string;
  status: (typeof REFRESH_STATUSES)[number];
  /** Schools looked at. */
  schools: number;
  /** Schools whose score or state is another one now. */
  changed: number;
  requestedById: string | null;
  requestedByName: string | null;
  startedAt: string | null;
  finishedAt: string | null;
  /** Why it failed, or who stopped it; a sentence. */
  message: string | null;
}
