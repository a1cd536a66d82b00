import { lazy } from 'react';

export const AccountPage = lazy(() => import('./AccountPage'));
export const FirstAdminPage = lazy(() => import('./FirstAdminPage'));
export const ForgottenPasswordPage = lazy(() => import('./ForgottenPasswordPage'));
export const SetPasswordPage = lazy(() => import('./SetPasswordPage'));
