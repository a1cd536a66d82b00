import type { SurveyPage } from '@tracker/domain';

/** How a page of a survey is called. */
export const pageTitle = ({ title }: SurveyPage): string => title ?? 'Questions';
