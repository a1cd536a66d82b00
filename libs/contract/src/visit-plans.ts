import {
  LEFT_OUT_KEYS,
  PLAN_LINE_STATUSES,
  VISIT_PLAN_STATUSES,
  type RuleKey,
  type VisitPlanSettings,
} from '@tracker/domain';
import type { RecordVersion, VersionIfSeen } from './common';
import { type AskedFilterOf, defineList } from './define-list';

/** `POST /api/visit-plans` */
export interface NewVisitPlan {
  academicYear: string;
  name?: string;
  /** Whose locked lines and proposals it keeps; left out, the year's plan, where there is one. */
  basedOnId?: string;
  /** Left out, it is one where its settings suppose something that is not so. */
  whatIf?: boolean;
  settings?: VisitPlanSettings;
}

/** `GET /api/visit-plans`, the latest first. */
export const VISIT_PLAN_LIST = defineList({
  filters: {
    id: 'uuids',
    academicYear: 'academicYear',
    status: VISIT_PLAN_STATUSES,
    inUse: 'boolean',
    isWhatIf: 'boolean',
  },
  sorts: ['id', 'createdAt', 'academicYear', 'name', 'status'],
});

/** `GET /api/visit-plan-lines`, by date. */
export const VISIT_PLAN_LINE_LIST = defineList({
  filters: {
    id: 'uuids',
    planId: 'uuid',
    /** 1 to 6. */
    halfTerm: 'integer',
    regionId: 'regions',
    visitorId: 'uuid',
    schoolId: 'uuids',
    status: PLAN_LINE_STATUSES,
    /** It was something else in the plan before. */
    moved: 'boolean',
    locked: 'boolean',
    from: 'day',
    to: 'day',
  },
  sorts: ['id', 'date', 'schoolName', 'visitorName', 'km', 'halfTermsLate', 'band', 'status'],
});
export type VisitPlanLineFilter = AskedFilterOf<typeof VISIT_PLAN_LINE_LIST>;

/** `GET /api/visit-plans/:id/left-out`, in the order of the queue. */
export const LEFT_OUT_LIST = defineList({
  filters: {
    schoolId: 'uuids',
    regionId: 'regions',
    /** 1 not visited in three years, 2 due this year. */
    band: 'integer',
    reason: LEFT_OUT_KEYS,
  },
  sorts: ['id', 'position', 'schoolName', 'band', 'reason'],
});

/** `PATCH /api/visit-plan-lines/:id` */
export interface VisitPlanLineChange extends RecordVersion {
  date?: string;
  visitorId?: string;
  locked?: boolean;
  /** `dropped`: left out this year; `proposed`: back again. */
  status?: 'proposed' | 'dropped';
  /** Rules that the person knows the line to break; any other is answered 422 with its key. */
  accepting?: RuleKey[];
}

/** `POST /api/visit-plans/:id/accept`: lines by their ids, or all that a filter of the list finds. */
export interface AcceptVisitPlan extends RecordVersion {
  lineIds?: string[];
  filter?: Omit<VisitPlanLineFilter, 'planId'>;
  /** Term dates of the year are not known; the person has seen that the days are assumed. */
  onAssumedDays?: boolean;
}

/** `POST /api/visit-plans/:id/use`: a what-if becomes the year's plan. */
export type UseVisitPlan = VersionIfSeen;

/** `POST /api/visit-plans/:id/send`: each member of the teams gets one email with their own list. */
export type SendVisitPlan = VersionIfSeen;
