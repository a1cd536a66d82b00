import type { QuestionPhase, SurveyAnswer, SurveyAnswers, SurveyQuestion } from '@tracker/domain';
import type { RecordBase } from './common';
import { defineList } from './define-list';

/** One version of a survey. A draft can be changed; once it is published it never changes. */
export interface SurveyVersion extends RecordBase {
  surveyId: string;
  /** 1, 2, 3 ... within the survey. */
  number: number;
  title: string;
  /** Shown before the first question. */
  intro: string | null;
  questions: SurveyQuestion[];
  /** null for a draft. */
  publishedAt: string | null;
  publishedById: string | null;
}

/** A version without its questions. */
export interface SurveyVersionSummary {
  id: string;
  number: number;
  title: string;
  questionCount: number;
  publishedAt: string | null;
  updatedAt: string;
}

/** A survey through its versions. Keys of questions stay, so that answers compare over the years. */
export interface Survey extends RecordBase {
  /** Of its newest version. */
  title: string;
  /** Whether its newest published version is the one that schools are asked now. */
  inUse: boolean;
  /** Newest first; at most the first is a draft. */
  versions: SurveyVersionSummary[];
  /** Submitted answers to any of its versions, by visits and by schools. */
  responses: number;
}

/** `POST /api/surveys`: a survey with a first draft, empty or with the Have Your Say questions. */
export interface NewSurvey {
  title: string;
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

/** What a school answered to one version, at a visit or by itself through a link. */
export interface SurveyResponse extends RecordBase {
  schoolId: string;
  /** As the school is called, which may be a predecessor's name. */
  schoolName: string;
  surveyId: string;
  versionId: string;
  versionNumber: number;
  title: string;
  source: SurveySource;
  visitId: string | null;
  /** Day of the visit, or the day on which the school sent or last saved it. */
  answeredOn: string;
  academicYear: string;
  /** null while it has not been handed in; then it counts nowhere. */
  submittedAt: string | null;
  /** Who answered, as the school wrote it. */
  filledInBy: string | null;
  /** Who wrote it down at the visit. */
  enteredById: string | null;
  enteredByName: string | null;
  /** The visit that went through a school's own answers and confirmed them. */
  confirmedByVisitId: string | null;
  /** It was answered at a visit that is void now: kept, and counted nowhere. */
  visitVoid: boolean;
  /** What the school is asked by, as it is today. */
  phases: QuestionPhase[];
  answers: SurveyAnswers;
}

/** `GET /api/survey-responses`. */
export const SURVEY_RESPONSE_LIST = defineList({
  filters: {
    id: 'uuids',
    schoolId: 'uuid',
    /** With `schoolId`: answers of its predecessors too. */
    withPredecessors: 'boolean',
    visitId: 'uuid',
    surveyId: 'uuid',
    versionId: 'uuid',
    source: SURVEY_SOURCES,
    submitted: 'boolean',
    academicYear: 'academicYear',
  },
  sorts: ['id', 'answeredOn', 'schoolName', 'submittedAt'],
});

/** An answer that is known already. */
export interface KnownAnswer {
  answer: SurveyAnswer;
  /** The day it was given. */
  on: string;
  source: SurveySource;
  /** Where it was given: the school itself or a predecessor. */
  schoolId: string;
  schoolName: string;
  responseId: string;
}
/** By question key. */
export type KnownAnswers = Record<string, KnownAnswer>;

/** `GET /api/surveys/for-school/:schoolId`: what to ask at the next visit. */
export interface SurveyForSchool {
  /** The version that schools are asked now; null when none is published. */
  version: SurveyVersion | null;
  phases: QuestionPhase[];
  /** The last answer to each question of that version, the school's or a predecessor's. */
  known: KnownAnswers;
  /** What the school sent in by itself and no visit has gone through yet. */
  response: SurveyResponse | null;
}

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

/** A way for one school to answer the survey without an account. */
export interface SurveyLink {
  id: string;
  schoolId: string;
  schoolName: string;
  state: SurveyLinkState;
  /** Last day on which it works. */
  expiresOn: string;
  createdAt: string;
  createdById: string | null;
  createdByName: string | null;
  /** When the school last saved an answer; null while it has not begun. */
  savedAt: string | null;
  /** What the school has sent with it. */
  responseId: string | null;
}

/** `POST /api/survey-links`; it takes the place of the school's link before. */
export interface NewSurveyLink {
  schoolId: string;
  /** Default six weeks from today, at most a year. */
  expiresOn?: string;
}

export interface SurveyLinkMade extends SurveyLink {
  /**
   * From the root of the site, for passing on. It is kept nowhere and shown this once; null when the
   * same request is repeated.
   */
  path: string | null;
}

/** Who asks a school, and whom it can ask in turn. */
export interface SurveyHub {
  /** As the hub calls itself in mails. */
  name: string;
  /** Whoever made the link, where the hub names no address of its own. */
  contactName: string | null;
  contactEmail: string | null;
  /** Where the hub's privacy notice can be read. */
  privacyUrl: string | null;
}

/** `POST /api/school-survey`: what somebody with a link sees. */
export interface SchoolSurvey {
  schoolName: string;
  hub: SurveyHub;
  expiresOn: string;
  versionId: string;
  title: string;
  intro: string | null;
  phases: QuestionPhase[];
  /** Empty once the answers are sent. */
  questions: SurveyQuestion[];
  /** What is saved so far; empty once the answers are sent. */
  answers: SurveyAnswers;
  filledInBy: string | null;
  savedAt: string | null;
  submittedAt: string | null;
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
  filters: { id: 'uuids', q: 'text' },
  sorts: ['id', 'title', 'createdAt'],
});

/** `GET /api/survey-links`. */
export const SURVEY_LINK_LIST = defineList({
  filters: { id: 'uuids', schoolId: 'uuid' },
  sorts: ['id', 'createdAt', 'expiresOn'],
});
