import { defineList } from './define-list';

export const KNOWN_NAME_KINDS = ['school', 'visitor'] as const;

/** `GET /api/known-names`. */
export const KNOWN_NAME_LIST = defineList({
  filters: { id: 'uuids', kind: KNOWN_NAME_KINDS, q: 'text' },
  sorts: ['name', 'createdAt', 'kind'],
});
