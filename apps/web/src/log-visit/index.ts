import { lazy } from 'react';

export const LogVisitPage = lazy(() => import('./LogVisitPage'));
