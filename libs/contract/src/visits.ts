import {
  type OpenActionsOfVoid,
  VISIT_KINDS,
  VISIT_STATUSES,
  type VisitKind,
  type VisitWarningKey,
} from '@tracker/domain';
import type { VersionIfSeen } from './common';
import { type AskedFilterOf, defineList } from './define-list';
import { reachOf } from './permissions';
import { SCHOOL_GROUP_FILTERS } from './schools';
import type { NewOutcome } from './visit-outcomes';
import type { SignedInUser } from './shapes/people';
import type { Visit } from './shapes/visits';

export interface AcceptsWarnings {
  /**
   * Warnings the person has seen and accepts. When given, a warning that is not among them is
   * answered 409 with `warnings`; when absent, the visit goes through and its history keeps them.
   */
  accepting?: VisitWarningKey[];
}

/** `POST /api/visits`: proposed, or scheduled when it has `scheduledOn`. */
export interface NewVisit extends AcceptsWarnings {
  schoolId: string;
  kind?: VisitKind;
  scheduledOn?: string;
  startTime?: string;
  visitorId?: string;
  /** Why it is planned. */
  purpose?: string | null;
  /** What was found, for a visit that nobody planned: it is put on record and logged in one. */
  outcome?: NewOutcome;
}

export interface ScheduleVisit extends VersionIfSeen, AcceptsWarnings {
  scheduledOn: string;
  startTime?: string | null;
  visitorId?: string | null;
  /** Why the day was chosen or moved; kept in the visit's history. */
  reason?: string | null;
}
export interface ConfirmVisit extends VersionIfSeen {
  /** With whom or how it was agreed; kept in the visit's history. */
  reason?: string | null;
}
export interface CancelVisit extends VersionIfSeen {
  by: 'school' | 'hub';
  reason: string;
}
export interface VisitNotHeld extends VersionIfSeen {
  reason: string;
}
/**
 * `POST /api/visits/:id/void`: a completed, cancelled or not held visit that should not be on record
 * counts nowhere from then on; it is kept, with its outcome, survey and actions, and shown as void.
 */
export interface VoidVisit extends VersionIfSeen {
  reason: string;
  /** Its actions that are still open: `keep`, when left out, or `drop` them. */
  openActions?: OpenActionsOfVoid;
}
/** `POST /api/visits/:id/unvoid`: it is again what it was. */
export interface UnvoidVisit extends VersionIfSeen {
  reason: string;
}
/** `POST /api/visits/:id/to-school`: a visit that was put on record at the wrong school. */
export interface VisitToSchool extends VersionIfSeen {
  schoolId: string;
  reason: string;
}
/** `POST /api/visits/:id/move`: a planned visit at a closed school goes to a school that followed it. */
export interface MoveVisit extends VersionIfSeen {
  schoolId: string;
}
/** `GET /api/visits`. */
export const VISIT_LIST = defineList({
  filters: {
    id: 'uuids',
    /** Words of the school's name, town, postcode or URN. */
    q: 'text',
    schoolId: 'uuids',
    /** With `schoolId`: visits of its predecessors too. */
    withPredecessors: 'boolean',
    ...SCHOOL_GROUP_FILTERS,
    kind: VISIT_KINDS,
    status: VISIT_STATUSES,
    visitorId: 'uuid',
    academicYear: 'academicYear',
    unlogged: 'boolean',
    /** The day has passed, or it is today and the visit is no longer to be made. */
    past: 'boolean',
    /** Planned at a school that has closed. */
    atClosedSchool: 'boolean',
    /** The school has said by its link that it cannot make the day. */
    schoolCannot: 'boolean',
    /** Scheduled or confirmed, and nobody is down to go. */
    withoutVisitor: 'boolean',
    /** Completed, of a kind that counts (rule 4). */
    counting: 'boolean',
    /** With a survey handed in at it, or by the school and gone through at it. */
    surveySubmitted: 'boolean',
    cancelledBy: ['school', 'hub'],
    /** Why it was cancelled or not held, alike but for capitals and spaces. */
    reason: 'text',
    /** First and last day, inclusive, of the day visited, else of the day scheduled. */
    from: 'day',
    to: 'day',
  },
  // prettier-ignore
  sorts: ['id', 'day', 'scheduledOn', 'visitedOn', 'schoolName', 'status', 'kind', 'visitorName', 'createdAt'],
});
export type VisitFilter = AskedFilterOf<typeof VISIT_LIST>;

/** A visit that took place may be corrected by whoever logged it, and by those who may write everywhere. */
export function mayCorrect(
  user: Pick<SignedInUser, 'id' | 'role'>,
  { status, outcome }: Pick<Visit, 'status' | 'outcome'>,
): boolean {
  if (status !== 'completed') return false;
  return reachOf(user, 'schoolRecords') === 'all' || outcome?.loggedById === user.id;
}
