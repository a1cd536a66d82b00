import { lazy } from 'react';
import SchoolIcon from '@mui/icons-material/SchoolOutlined';
import type { School } from '@tracker/contract';
import { defineResource } from '../layout/screens';

export const schools = defineResource('schools', {
  list: lazy(() => import('./SchoolList')),
  show: lazy(() => import('./SchoolShow')),
  recordRepresentation: (school: School) => school.name,
  place: { words: 'Schools', Icon: SchoolIcon, asks: 'read' },
  writable: { notes: true, regionId: true, regionSetByHand: true },
});
