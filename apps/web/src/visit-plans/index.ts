import { lazy } from 'react';

/** The fourth view of the visits; fetched when it is opened. */
export const VisitPlanPage = lazy(() => import('./VisitPlanPage'));
