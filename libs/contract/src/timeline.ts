import type { MailStatus } from '@tracker/domain';
import type { FollowUpAction } from './follow-up-actions';
import type { Visit } from './visits';
import { defineList } from './define-list';

export const TIMELINE_KINDS = ['visit', 'survey', 'action', 'mail', 'register'] as const;
export type TimelineKind = (typeof TIMELINE_KINDS)[number];

/** What the register says of the school's life. */
export interface RegisterEvent {
  what: 'opened' | 'closed' | 'became';
  /** With `became`: the school that followed. */
  successorName: string | null;
}

/** Answers to a survey that were handed in. */
export interface TimelineSurvey {
  surveyName: string;
  /** At a visit, or by the school itself. */
  source: 'visit' | 'school';
  filledInBy: string | null;
  visitId: string | null;
  /** It was answered at a visit that is void now: kept, and counted nowhere. */
  visitVoid: boolean;
}

/** A mail to the school. */
export interface TimelineMail {
  subject: string;
  toName: string | null;
  status: MailStatus;
  visitId: string | null;
}

/** That a visit went from one school to another: on the timelines of both. */
export interface TimelineRehomed {
  visitId: string;
  /** The visit's day, if it has one. */
  visitOn: string | null;
  fromSchoolName: string;
  toSchoolName: string;
  why: string | null;
  byName: string | null;
}

/** One thing that happened, or will: exactly one of the last six is there. */
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
  /** With the kind `visit`. */
  rehomed: TimelineRehomed | null;
  action: FollowUpAction | null;
  survey: TimelineSurvey | null;
  mail: TimelineMail | null;
  event: RegisterEvent | null;
}

/** `GET /api/schools/:id/timeline`. */
export const TIMELINE_LIST = defineList({
  filters: { kind: TIMELINE_KINDS },
  sorts: ['on'],
});
