import { type EngagementLevel, OUTCOME_TAG_KINDS, type OutcomeTagKind } from '@tracker/domain';
import type { RecordVersion } from './common';
import type { ContactRole } from './contacts';
import type { VisitSurvey } from './surveys';
import { defineList } from './define-list';

export interface NewOutcomeTag {
  kind: OutcomeTagKind;
  label: string;
}

/** `PUT /api/outcome-tags/:id` */
export interface OutcomeTagChange extends RecordVersion {
  label: string;
  active?: boolean;
}

/** A contact of the school by its id, or somebody new, who becomes one. */
export interface PersonToMeet {
  contactId?: string | null;
  name?: string | null;
  role?: ContactRole | null;
  email?: string | null;
  telephone?: string | null;
}

/** What a visitor writes down of a visit. */
export interface OutcomeFields {
  visitedOn: string;
  metWith?: string | null;
  peopleMet?: PersonToMeet[];
  summary: string;
  strengths?: string | null;
  strengthTagIds?: string[];
  needs?: string | null;
  needTagIds?: string[];
  engagementLevel?: EngagementLevel | null;
  /** Required with a level. */
  engagementReason?: string | null;
  /** The answers of the school; see `GET /api/surveys/for-school/:schoolId`. */
  survey?: VisitSurvey;
}

/** `POST /api/visits/:id/outcome` */
export interface LogVisit extends OutcomeFields {
  version?: number;
  /**
   * The school it was written about. When the visit is planned at another one by now, it is answered
   * 409 with `current`; a day or a visitor that changed meanwhile is in nobody's way.
   */
  schoolId?: string;
  actions?: NewAction[];
  followUpVisit?: FollowUpVisit | null;
}

/** What was found and what was agreed, when the visit goes on record with it. */
export type NewOutcome = Omit<LogVisit, 'version' | 'schoolId'>;

/** `POST /api/visits/:id/correct`: what is left out stays as it is. */
export interface CorrectVisit extends Partial<OutcomeFields> {
  version: number;
  reason: string;
}

/** An action agreed at the visit. */
export interface NewAction {
  title: string;
  detail?: string | null;
  ownerId?: string | null;
  dueOn?: string | null;
  priority?: 'low' | 'normal' | 'high';
}

/** Another visit agreed at the visit; proposed, or scheduled when it has a day. */
export interface FollowUpVisit {
  scheduledOn?: string | null;
  /** `HH:MM`, local time. */
  startTime?: string | null;
  /** Whoever logs when left out. */
  visitorId?: string | null;
  reason: string;
}

/** `GET /api/outcome-tags`. */
export const OUTCOME_TAG_LIST = defineList({
  filters: { id: 'uuids', kind: OUTCOME_TAG_KINDS, active: 'boolean' },
  sorts: ['id', 'label', 'kind'],
});
