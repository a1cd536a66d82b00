import { lazy } from 'react';
import type { Import } from '@tracker/contract';

export const imports = {
  list: lazy(() => import('./ImportList')),
  show: lazy(() => import('./ImportShow')),
  create: lazy(() => import('./ImportCreate')),
  recordRepresentation: (record: Import) => record.fileName,
};
