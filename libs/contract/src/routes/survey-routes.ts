import type { SurveySummary } from '@tracker/domain';
import type { RecordVersion } from '../common';
import type { ExportFormat } from '../exports';
import type { SchoolGroupQuery } from '../school-needs';
import type { AnswerTag, AnswerTagging, SchoolNeeds, SurveyText } from '../shapes/school-answers';
import type {
  SchoolSurvey,
  Survey,
  SurveyForSchool,
  SurveyLink,
  SurveyLinkMade,
  SurveyResponse,
  SurveyVersion,
} from '../shapes/surveys';
import type { NewAnswerTagging, SurveySummaryQuery, SurveyTextsQuery } from '../survey-summary';
import type {
  NewSurvey,
  NewSurveyLink,
  SURVEY_LINK_LIST,
  SURVEY_LIST,
  SURVEY_RESPONSE_LIST,
  SchoolSurveyAnswers,
  SurveyToken,
  SurveyVersionChange,
} from '../surveys';
import type { ListRoute } from './route';

/** Surveys, their answers and what they come to. */
export interface SurveyRoutes {
  'POST /api/school-survey': { body: SurveyToken; answer: SchoolSurvey };
  'POST /api/school-survey/answers': { body: SchoolSurveyAnswers; answer: SchoolSurvey };
  'GET /api/surveys': ListRoute<typeof SURVEY_LIST, Survey>;
  'GET /api/surveys/for-school/{schoolId}': { answer: SurveyForSchool };
  'GET /api/surveys/{id}': { answer: Survey };
  'GET /api/survey-versions/{id}': { answer: SurveyVersion };
  'GET /api/survey-responses': ListRoute<typeof SURVEY_RESPONSE_LIST, SurveyResponse>;
  'GET /api/survey-responses/{id}': { answer: SurveyResponse };
  'GET /api/survey-links': ListRoute<typeof SURVEY_LINK_LIST, SurveyLink>;
  'GET /api/school-needs': { query: SchoolGroupQuery; answer: SchoolNeeds };
  'GET /api/survey-summary': { query: SurveySummaryQuery; answer: SurveySummary };
  'GET /api/survey-summary/export': {
    query: SurveySummaryQuery & { format?: ExportFormat };
    file: true;
  };
  'GET /api/survey-texts': { query: SurveyTextsQuery; answer: SurveyText[] };
  'GET /api/answer-tags': { answer: AnswerTag[] };
  'POST /api/survey-links': { body: NewSurveyLink; answer: SurveyLinkMade };
  'DELETE /api/survey-links/{id}': { answer: SurveyLink };
  'POST /api/tagged-answers': { body: NewAnswerTagging; answer: AnswerTagging };
  'DELETE /api/tagged-answers/{id}': { answer: AnswerTagging };
  'POST /api/surveys': { body: NewSurvey; answer: Survey };
  'POST /api/surveys/{id}/draft': { answer: SurveyVersion };
  'PUT /api/survey-versions/{id}': { body: SurveyVersionChange; answer: SurveyVersion };
  'POST /api/survey-versions/{id}/publish': { body: RecordVersion; answer: SurveyVersion };
  'DELETE /api/survey-versions/{id}': { answer: SurveyVersion };
}
