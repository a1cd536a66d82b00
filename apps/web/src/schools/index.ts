import { lazy } from 'react';
import type { School } from '@tracker/contract';

const SchoolList = lazy(() => import('./SchoolList'));
const SchoolShow = lazy(() => import('./SchoolShow'));

export const schools = {
  list: SchoolList,
  show: SchoolShow,
  recordRepresentation: (school: School) => school.name,
};
