import { lazy } from 'react';

/** Loaded when it is opened: few come here each day. */
export const ReportsPage = lazy(() => import('./ReportsPage'));
