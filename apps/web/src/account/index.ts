import { lazy } from 'react';
import type { PageScreens } from '../layout/screens';

export const account: PageScreens = {
  paths: ['/account'],
  Page: lazy(() => import('./AccountPage')),
};
export const firstAdmin: PageScreens = {
  paths: ['/first-admin'],
  Page: lazy(() => import('./FirstAdminPage')),
  open: true,
};
export const forgottenPassword: PageScreens = {
  paths: ['/forgotten-password'],
  Page: lazy(() => import('./ForgottenPasswordPage')),
  open: true,
};
export const setPassword: PageScreens = {
  paths: ['/set-password'],
  Page: lazy(() => import('./SetPasswordPage')),
  open: true,
};
