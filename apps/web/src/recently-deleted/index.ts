import { lazy } from 'react';
import type { PageScreens } from '../layout/screens';

export const recentlyDeleted: PageScreens = {
  paths: ['/recently-deleted'],
  Page: lazy(() => import('./RecentlyDeletedPage')),
};

/** The page, of one school or of all. */
export const recentlyDeletedPath = (schoolId?: string) =>
  `/recently-deleted${schoolId ? `?schoolId=${schoolId}` : ''}`;
