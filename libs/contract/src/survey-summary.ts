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

/** `POST /api/tagged-answers`: gives a text a label of the list, or a new one. */
export interface NewAnswerTagging {
  responseId: string;
  questionKey: string;
  /** At most 60 characters; one of the list is meant however it is capitalised. */
  label: string;
}
