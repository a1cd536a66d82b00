import type { RecordBase, RecordVersion } from './common';
import { defineList } from './define-list';

export type ContactRole = 'head_teacher' | 'music_lead' | 'other';
export const CONTACT_ROLES: readonly ContactRole[] = ['head_teacher', 'music_lead', 'other'];

/** A person at a school. */
export interface Contact extends RecordBase {
  schoolId: string;
  name: string;
  role: ContactRole;
  email: string | null;
  telephone: string | null;
  /** Read only: the day a mail to this address was refused; null since the address changed. */
  mailRefusedOn: string | null;
}

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
