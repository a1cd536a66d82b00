import type { RecordVersion } from './common';
import { defineList } from './define-list';

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
