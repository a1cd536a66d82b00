import { MAIL_KINDS, MAIL_STATUSES } from '@tracker/domain';
import { defineList } from './define-list';
import type { MailSettings } from './shapes/mail';

/** `GET /api/mails`. */
export const MAIL_LIST = defineList({
  filters: {
    id: 'uuids',
    status: MAIL_STATUSES,
    kind: MAIL_KINDS,
    schoolId: 'uuid',
    /** With `schoolId`: mails to its predecessors too. */
    withPredecessors: 'boolean',
    visitId: 'uuid',
    /** In the subject, the address or the name of the recipient. */
    q: 'text',
  },
  sorts: ['id', 'createdAt', 'sentAt', 'status', 'kind', 'toName'],
});

/** `PUT /api/mail-templates/:id`. */
export interface MailTemplateChange {
  version: number;
  subject: string;
  body: string;
}

/** What is left out of a `PUT` stays as it is; null takes it away. */
export type SaveMailSettings = Pick<MailSettings, 'hubName' | 'visitMinutes'> &
  Partial<MailSettings>;

/** `PUT /api/visits/:id/recipient`: a contact of the school; null for whoever is chosen by role. */
export interface VisitRecipientChange {
  contactId: string | null;
}
