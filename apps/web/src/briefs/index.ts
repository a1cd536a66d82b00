import { lazy } from 'react';

export const BriefPage = lazy(() => import('./BriefPage'));
