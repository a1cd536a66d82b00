import { lazy } from 'react';
import SurveyIcon from '@mui/icons-material/FactCheckOutlined';
import type { Survey } from '@tracker/contract';
import { defineResource, type PageScreens } from '../layout/screens';

export const surveys = defineResource('surveys', {
  list: lazy(() => import('./SurveyList')),
  edit: lazy(() => import('./SurveyPage')),
  recordRepresentation: (survey: Survey) => survey.title,
  place: { words: 'Forms', Icon: SurveyIcon, asks: 'read' },
});
export const surveyResponses = defineResource('survey-responses', {
  edit: lazy(() => import('./ResponseShow')),
});
/** Where a school's link leads; it needs no session. */
export const schoolSurvey: PageScreens = {
  paths: ['/school-survey'],
  Page: lazy(() => import('./SchoolSurveyPage')),
  open: true,
};
