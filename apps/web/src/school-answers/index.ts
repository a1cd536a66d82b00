import { lazy } from 'react';

/** With its charts, which are fetched when it is opened. */
export const SchoolAnswersPage = lazy(() => import('./SchoolAnswersPage'));
