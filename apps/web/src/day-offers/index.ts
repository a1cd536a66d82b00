import { lazy } from 'react';
import type { PageScreens } from '../layout/screens';

/** Where the links in mails to schools lead; they need no session. */
export const offeredDays: PageScreens = {
  paths: ['/offered-days'],
  Page: lazy(() => import('./OfferedDaysPage')),
  open: true,
};
export const cannotMakeIt: PageScreens = {
  paths: ['/cannot-make-it'],
  Page: lazy(() => import('./CannotMakeItPage')),
  open: true,
};
