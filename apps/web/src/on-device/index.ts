import { lazy } from 'react';

export const OnThisDevicePage = lazy(() => import('./OnThisDevicePage'));
export const KeptBriefPage = lazy(() => import('./KeptBriefPage'));
