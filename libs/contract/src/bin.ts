import type { Contact } from './contacts';
import { defineList } from './define-list';
import type { FollowUpAction } from './follow-up-actions';

/** That a record lies in the bin, and until when it can be brought back. */
export interface InBin {
  /** ISO 8601 instant. */
  deletedAt: string;
  /** Null where nobody is known to have done it. */
  deletedByName: string | null;
  /** The day on which it goes for good. */
  leavesOn: string;
}

/** `GET /api/contacts/bin` */
export interface DeletedContact extends Contact, InBin {
  schoolName: string;
  regionId: string | null;
}

/** `GET /api/follow-up-actions/bin` */
export interface DeletedAction extends FollowUpAction, InBin {}

/** `GET /api/contacts/bin` and `GET /api/follow-up-actions/bin`. */
export const BIN_LIST = defineList({
  filters: { id: 'uuids', schoolId: 'uuid', regionId: 'uuids' },
  sorts: ['id', 'deletedAt'],
});
