import { lazy } from 'react';
import type { PageScreens } from '../layout/screens';

/** A part of Plans, with its charts, which are fetched when it is opened. */
export const planFigures: PageScreens = {
  paths: ['/plan-figures'],
  Page: lazy(() => import('./PlanFiguresPage')),
};
