import { lazy } from 'react';
import ImportIcon from '@mui/icons-material/UploadFileOutlined';
import type { Import, KnownName } from '@tracker/contract';
import { defineResource } from '../layout/screens';

export const imports = defineResource('imports', {
  list: lazy(() => import('./ImportList')),
  show: lazy(() => import('./ImportShow')),
  create: lazy(() => import('./ImportCreate')),
  recordRepresentation: (record: Import) => record.fileName,
  place: { words: 'Imports', Icon: ImportIcon, asks: 'runHub' },
});

/** What the hub's own files call schools and colleagues. */
export const knownNames = defineResource('known-names', {
  list: lazy(() => import('./KnownNameList')),
  recordRepresentation: ({ name }: KnownName) => name,
});
