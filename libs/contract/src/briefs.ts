import type { AnswerInWords, ScoreFactor, VisitState } from '@tracker/domain';
import type { Contact } from './contacts';
import type { FollowUpAction } from './follow-up-actions';
import type { School } from './schools';
import type { Visit } from './visits';

/** Whether the school's music development plan is known, and since when. */
export interface BriefPlan {
  academicYear: string;
  url: string | null;
  knownOn: string;
  /** It is this academic year's. */
  current: boolean;
}

/** The school's place in the priority queue when the brief was made. */
export interface BriefRanking {
  rank: number;
  state: VisitState;
  score: number;
  factors: ScoreFactor[];
}

/** What was ticked at the last visit, in words. */
export interface BriefTags {
  strengths: string[];
  needs: string[];
}

/** What the school last answered to the survey that is in use, the key questions of it. */
export interface BriefSurvey {
  title: string;
  answers: AnswerInWords[];
}

/** `GET /api/schools/:id/brief`: everything before one walks in. */
export interface SchoolBrief {
  /** The day on which it was made. */
  preparedOn: string;
  school: School;
  regionName: string | null;
  /** What the school was called before, its predecessors that is. */
  formerNames: string[];
  contacts: Contact[];
  /** The next visit planned, scheduled or confirmed for today or later. */
  nextVisit: Visit | null;
  /** The last completed visit, a predecessor's too. */
  lastVisit: Visit | null;
  /** Of the last visit; empty lists without one. */
  lastVisitTags: BriefTags;
  /** null when no answer is known; a predecessor's answers count until the school gives its own. */
  survey: BriefSurvey | null;
  /** Still to be done, predecessors' too; the earliest due first. */
  openActions: FollowUpAction[];
  /** The latest on record. */
  plan: BriefPlan | null;
  ranking: BriefRanking | null;
}
