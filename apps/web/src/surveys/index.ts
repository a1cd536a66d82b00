import { lazy } from 'react';
import type { Survey } from '@tracker/contract';

export const surveys = {
  list: lazy(() => import('./SurveyList')),
  edit: lazy(() => import('./SurveyPage')),
  recordRepresentation: (survey: Survey) => survey.title,
};
export const surveyResponses = { edit: lazy(() => import('./ResponseShow')) };
/** Where a school's link leads; it needs no session. */
export const SchoolSurveyPage = lazy(() => import('./SchoolSurveyPage'));
