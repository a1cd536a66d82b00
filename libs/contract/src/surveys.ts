import {
  FORM_PURPOSES,
  type FormPurpose,
  type SurveyAnswer,
  type SurveyQuestion,
} from '@tracker/domain';
import { defineList } from './define-list';

/** `POST /api/surveys`: a form with a first draft, empty or with the Have Your Say questions. */
export interface NewSurvey {
  title: string;
  /** Stays as it is; default `have_your_say`. */
  purpose?: FormPurpose;
  startFrom?: 'empty' | 'have_your_say';
}

/** `PUT /api/survey-versions/:id`, of a draft. */
export interface SurveyVersionChange {
  version: number;
  title: string;
  intro: string | null;
  questions: SurveyQuestion[];
}

export type SurveySource = 'visit' | 'school';
export const SURVEY_SOURCES: readonly SurveySource[] = ['visit', 'school'];

/** `GET /api/survey-responses`. */
export const SURVEY_RESPONSE_LIST = defineList({
  filters: {
    id: 'uuids',
    schoolId: 'uuid',
    /** With `schoolId`: answers of its predecessors too. */
    withPredecessors: 'boolean',
    visitId: 'uuid',
    purpose: FORM_PURPOSES,
    surveyId: 'uuid',
    versionId: 'uuid',
    source: SURVEY_SOURCES,
    submitted: 'boolean',
    academicYear: 'academicYear',
  },
  sorts: ['id', 'answeredOn', 'schoolName', 'submittedAt'],
});

/** The survey as it is logged with a visit (`POST /api/visits/:id/outcome`, field `survey`). */
export interface VisitSurvey {
  /** A published version; an older one too, for a log may have been written before the newest. */
  versionId: string;
  /** What is left out or null is not recorded; answers to hidden questions are left aside. */
  answers: Record<string, SurveyAnswer | null>;
  /**
   * False keeps answers that are not complete; such a survey does not count as submitted.
   * Default true.
   */
  submitted?: boolean;
}

/** `open` can be used; `sent` has been, by the school. */
export type SurveyLinkState = 'open' | 'sent' | 'expired' | 'revoked';

/** `POST /api/survey-links`; it takes the place of the school's link of that purpose before. */
export interface NewSurveyLink {
  schoolId: string;
  /** Which form it opens; default `have_your_say`. */
  purpose?: FormPurpose;
  /** Default six weeks from today, at most a year. */
  expiresOn?: string;
}

/** What a school's link ends in; its key to one survey. */
export interface SurveyToken {
  token: string;
}

/** `POST /api/school-survey/answers`: saves what has changed, so that two people do not overwrite each other. */
export interface SchoolSurveyAnswers extends SurveyToken {
  /** The version on the screen. */
  versionId: string;
  /** Answers by question key; null takes one back. */
  changes: Record<string, SurveyAnswer | null>;
  filledInBy?: string | null;
  /** Hands the survey in; all that is required must then be answered. */
  submit?: boolean;
}

/** `GET /api/surveys`. */
export const SURVEY_LIST = defineList({
  filters: { id: 'uuids', q: 'text', purpose: FORM_PURPOSES },
  sorts: ['id', 'title', 'createdAt'],
});

/** `GET /api/survey-links`. */
export const SURVEY_LINK_LIST = defineList({
  filters: { id: 'uuids', schoolId: 'uuid', purpose: FORM_PURPOSES },
  sorts: ['id', 'createdAt', 'expiresOn'],
});
