import { lazy } from 'react';

/** Loaded when it is opened: few come here. */
export const SettingsPage = lazy(() => import('./SettingsPage'));
