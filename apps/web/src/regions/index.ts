import { lazy } from 'react';
import type { Region } from '@tracker/contract';

export const regions = {
  list: lazy(() => import('./RegionList')),
  edit: lazy(() => import('./RegionEdit')),
  create: lazy(() => import('./RegionCreate')),
  recordRepresentation: (region: Region) => region.name,
};
