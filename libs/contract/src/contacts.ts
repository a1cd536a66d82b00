import type { RecordVersion } from './common';
import { defineList } from './define-list';

export type ContactRole = 'head_teacher' | 'music_lead' | 'other';
export const CONTACT_ROLES: readonly ContactRole[] = ['head_teacher', 'music_lead', 'other'];

export interface ContactFields {
  name: string;
  role: ContactRole;
  email?: string | null;
  telephone?: string | null;
}

/** `POST /api/contacts` */
export interface NewContact extends ContactFields {
  schoolId: string;
}

/** `PUT /api/contacts/:id` */
export interface ContactChange extends ContactFields, RecordVersion {}

/** `GET /api/contacts`. */
export const CONTACT_LIST = defineList({
  filters: { id: 'uuids', schoolId: 'uuid', role: CONTACT_ROLES, q: 'text' },
  sorts: ['id', 'name', 'role'],
});
