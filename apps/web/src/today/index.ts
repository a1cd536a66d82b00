import { lazy } from 'react';

export const TodayPage = lazy(() => import('./TodayPage'));
