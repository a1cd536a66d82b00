import { KNOWN_FROM, LOOK_RESULTS, type LookResult, ROUND_ORDER } from '@tracker/domain';
import type { RecordVersion } from './common';
import { type AskedFilterOf, defineList } from './define-list';

export interface PlanFields {
  /** One to five that follow each other. */
  academicYears: string[];
  /** Of the page it was seen on; `https://` is put before one without. */
  address?: string | null;
  /** The day on which it was seen, or the school said so; today when left out. */
  knownOn?: string;
}

/** `POST /api/music-development-plans`: a plan somebody has seen, or was told of. */
export interface NewMusicDevelopmentPlan extends PlanFields {
  schoolId: string;
  /** `seen` when left out. A plan that the school only speaks of is kept and does not make it known. */
  knownFrom?: 'seen' | 'told';
}

/** `PUT /api/music-development-plans/:id` */
export interface MusicDevelopmentPlanChange extends PlanFields, RecordVersion {}

/** `GET /api/music-development-plans`. */
export const MUSIC_DEVELOPMENT_PLAN_LIST = defineList({
  filters: {
    id: 'uuids',
    schoolId: 'uuid',
    /** Those of the schools it follows as well. */
    withPredecessors: 'boolean',
    /** Covers it. */
    academicYear: 'academicYear',
    knownFrom: KNOWN_FROM,
    regionId: 'regions',
  },
  sorts: ['id', 'knownOn', 'academicYears', 'schoolName'],
});

/** `POST /api/plan-looks`: of today; a second one of the day by the same person takes the first one's place. */
export interface NewPlanLook {
  schoolId: string;
  result: LookResult;
  /** Of a plan that was found, and its address: the plan is then on record as seen. */
  academicYears?: string[];
  address?: string | null;
}

/** `GET /api/plan-looks`. */
export const PLAN_LOOK_LIST = defineList({
  filters: {
    id: 'uuids',
    schoolId: 'uuid',
    withPredecessors: 'boolean',
    result: LOOK_RESULTS,
    lookedById: 'uuid',
    from: 'day',
    to: 'day',
    regionId: 'regions',
  },
  sorts: ['id', 'lookedOn', 'schoolName'],
});

/** `GET /api/plan-round`: schools that need their plan looked up, in order (rule 20). */
export const PLAN_ROUND_LIST = defineList({
  filters: {
    id: 'uuids',
    regionId: 'regions',
    state: ROUND_ORDER,
    /** Whose open visit is one's own, else of the region one leads. */
    mine: 'boolean',
    /** With a visit today or in the next 14 days, or without one. */
    visitedSoon: 'boolean',
  },
  sorts: ['id', 'place', 'name', 'nextVisitOn'],
});
export type PlanRoundFilter = AskedFilterOf<typeof PLAN_ROUND_LIST>;
