import { defineList } from './define-list';

/** `GET /api/contacts/bin` and `GET /api/follow-up-actions/bin`. */
export const BIN_LIST = defineList({
  filters: { id: 'uuids', schoolId: 'uuid', regionId: 'uuids' },
  sorts: ['id', 'deletedAt'],
});
