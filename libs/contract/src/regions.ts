import type { RecordBase, RecordVersion } from './common';
import { defineList } from './define-list';

/** A group of districts with a regional team. */
export interface Region extends RecordBase {
  name: string;
  /** Names of districts as the register writes them. A district belongs to one region at most. */
  districts: string[];
  leadUserId: string | null;
  /** Read only: schools in scope whose region this is. */
  schoolsInScope: number;
}

/** `POST /api/regions` */
export interface NewRegion {
  name: string;
  districts?: string[];
  leadUserId?: string | null;
}

/** `PUT /api/regions/:id` */
export interface RegionChange extends NewRegion, RecordVersion {}

/** `GET /api/regions`. */
export const REGION_LIST = defineList({
  filters: { id: 'uuids', q: 'text' },
  sorts: ['id', 'name'],
});
