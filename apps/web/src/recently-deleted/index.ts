import { lazy } from 'react';

export const RecentlyDeletedPage = lazy(() => import('./RecentlyDeletedPage'));

/** The page, of one school or of all. */
export const recentlyDeletedPath = (schoolId?: string) =>
  `/recently-deleted${schoolId ? `?schoolId=${schoolId}` : ''}`;
