import { lazy } from 'react';
import RegionIcon from '@mui/icons-material/MapOutlined';
import type { Region } from '@tracker/contract';
import { defineResource } from '../layout/screens';

export const regions = defineResource('regions', {
  list: lazy(() => import('./RegionList')),
  edit: lazy(() => import('./RegionEdit')),
  create: lazy(() => import('./RegionCreate')),
  recordRepresentation: (region: Region) => region.name,
  place: { words: 'Regions', Icon: RegionIcon, asks: 'read' },
  writable: { name: true, districts: true, leadUserId: true },
});
