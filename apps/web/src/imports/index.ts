import { lazy } from 'react';
import type { Import, KnownName } from '@tracker/contract';

export const imports = {
  list: lazy(() => import('./ImportList')),
  show: lazy(() => import('./ImportShow')),
  create: lazy(() => import('./ImportCreate')),
  recordRepresentation: (record: Import) => record.fileName,
};

/** What the hub's own files call schools and colleagues. */
export const knownNames = {
  list: lazy(() => import('./KnownNameList')),
  recordRepresentation: ({ name }: KnownName) => name,
};
