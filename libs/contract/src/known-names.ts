import { defineList } from './define-list';

export const KNOWN_NAME_KINDS = ['school', 'visitor'] as const;

/**
 * What the hub means by a name that is not the register's or an account's: `Malvern Way`, `CL`.
 * `GET /api/known-names`, `DELETE /api/known-names/:id` forgets one.
 */
export interface KnownName {
  id: string;
  version: number;
  createdAt: string;
  updatedAt: string;
  kind: (typeof KNOWN_NAME_KINDS)[number];
  /** As the file wrote it first. */
  name: string;
  schoolId: string | null;
  schoolName: string | null;
  schoolUrn: number | null;
  userId: string | null;
  userName: string | null;
  rememberedByName: string | null;
}

/** `GET /api/known-names`. */
export const KNOWN_NAME_LIST = defineList({
  filters: { id: 'uuids', kind: KNOWN_NAME_KINDS, q: 'text' },
  sorts: ['name', 'createdAt', 'kind'],
});
