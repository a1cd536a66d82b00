import type { SurveySource } from './surveys';
import type { SchoolGroupQuery } from './school-needs';

export type {
  AnsweredSurvey,
  CountedChoice,
  CountedTag,
  QuestionFigures,
  QuestionSummary,
  Spread,
  SummedYear,
  SurveySummary,
} from '@tracker/domain';

/** `GET /api/survey-summary`: what is summed up, of which schools. */
export interface SurveySummaryQuery extends SchoolGroupQuery {
  /** Left out: in each year the survey that most schools answered. */
  surveyId?: string;
  /** Another academic year, whose figures stand beside this one's. */
  compareWith?: string;
}

/** `GET /api/survey-texts`: what schools wrote to one question, the newest first. */
export interface SurveyTextsQuery extends SchoolGroupQuery {
  questionKey: string;
  surveyId?: string;
  /** Only texts that have this label. */
  tagId?: string;
  /** First and last row, `[0,24]`. */
  range?: string;
}

/** What one school wrote to a question. */
export interface SurveyText {
  /** Of the school: each has one text to a question. */
  id: string;
  schoolName: string;
  /** Of the school, whose team may label it. */
  regionId: string | null;
  /** The school that wrote it, where that was a predecessor. */
  writtenAs: string | null;
  responseId: string;
  questionKey: string;
  text: string;
  answeredOn: string;
  source: SurveySource;
  visitId: string | null;
  tags: AnswerTagging[];
}

/** That a text has a label. */
export interface AnswerTagging {
  id: string;
  tagId: string;
  label: string;
}

/** A label for texts. `GET /api/answer-tags`, the one of most texts first. */
export interface AnswerTag {
  id: string;
  label: string;
  /** Texts that have it, of all questions and years. */
  texts: number;
}

/** `POST /api/tagged-answers`: gives a text a label of the list, or a new one. */
export interface NewAnswerTagging {
  responseId: string;
  questionKey: string;
  /** At most 60 characters; one of the list is meant however it is capitalised. */
  label: string;
}
