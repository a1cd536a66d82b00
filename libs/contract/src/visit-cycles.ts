import { defineList } from './define-list';

/** `GET /api/visit-cycles`. */
export const VISIT_CYCLE_LIST = defineList({
  filters: { id: 'uuids', startsIn: 'academicYear' },
  sorts: ['id', 'startsIn'],
});
