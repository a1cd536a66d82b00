import {
  type Invitation,
  MAIL_KINDS,
  MAIL_STATUSES,
  type MailCommand,
  type MailKind,
  type MailStatus,
  type Placeholder,
  type PossibleRecipient,
  type TemplateKind,
} from '@tracker/domain';
import type { RecordBase } from './common';
import { defineList } from './define-list';

/** A mail of the outbox. Members of a regional team and managers see those to schools alone. */
export interface Mail extends RecordBase {
  kind: MailKind;
  status: MailStatus;
  toName: string | null;
  /** null where nobody could be found to send it to. */
  toAddress: string | null;
  subject: string;
  /** Plain text. */
  body: string;
  /** What its calendar attachment says; null when it has none. */
  invitation: Invitation | null;
  schoolId: string | null;
  schoolName: string | null;
  visitId: string | null;
  contactId: string | null;
  /** Whom of the staff it is for; null for mail to schools. */
  userId: string | null;
  attempts: number;
  /** ISO 8601 instant of the next try; null unless it waits. */
  nextAttemptAt: string | null;
  /** ISO 8601 instant. */
  sentAt: string | null;
  /** What went wrong, in a sentence. */
  lastError: string | null;
  /** Who last decided by hand what becomes of it. */
  handledByName: string | null;
  handledAt: string | null;
  /** What may be done about it. */
  commands: MailCommand[];
}

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

/** `GET /api/mails/:id`. */
export interface MailWithAttachment extends Mail {
  /** The .ics as it is attached; null when there is none. */
  attachment: string | null;
}

/** `GET /api/mail-delivery`: whether mail can leave the house. */
export interface MailDelivery {
  /** `host:port` of the mail server; null: mails wait until the operator sets SMTP_URL. */
  server: string | null;
  /** The sender. */
  from: string;
  waiting: number;
  /** Of those that wait: came with a backup, and go out once somebody has said so. */
  held: number;
  failed: number;
  uncertain: number;
  unaddressed: number;
  /** Why the last try of a mail that still waits did not work. */
  problem: string | null;
}

/** The wording of a kind of mail. */
export interface MailTemplate {
  /** The kind. */
  id: TemplateKind;
  /** 0 as long as it is the tracker's own wording. */
  version: number;
  subject: string;
  body: string;
  isDefault: boolean;
  placeholders: Placeholder[];
}

/** `PUT /api/mail-templates/:id`. */
export interface MailTemplateChange {
  version: number;
  subject: string;
  body: string;
}

/** The answer to `POST /api/mail-templates/:id/preview`. */
export interface MailPreview {
  subject: string;
  body: string;
  /** The school whose next visit was taken as the example; null: made up. */
  schoolName: string | null;
}

/** `GET` and `PUT /api/mail-settings`. */
export interface MailSettings {
  /** How the hub calls itself in mails. */
  hubName: string;
  /** How long a visit takes in calendars. */
  visitMinutes: number;
  /** Whom schools can write to; null for whoever sent them the link. */
  contactEmail: string | null;
  /** Where the hub's privacy notice can be read. */
  privacyUrl: string | null;
}

/** What is left out of a `PUT` stays as it is; null takes it away. */
export type SaveMailSettings = Pick<MailSettings, 'hubName' | 'visitMinutes'> &
  Partial<MailSettings>;

/** `PUT /api/visits/:id/recipient`: a contact of the school; null for whoever is chosen by role. */
export interface VisitRecipientChange {
  contactId: string | null;
}

/** `GET /api/visits/:id/recipient`: who gets, or would get, the mail about a visit. */
export interface VisitRecipient {
  /** null when no contact of the school has an address. */
  contactId: string | null;
  chosenByHand: boolean;
  /** Whether the school has been told of the visit. */
  told: boolean;
  contacts: PossibleRecipient[];
}

/** `GET /api/account/mail`. */
export interface OwnMailSettings {
  dailyDigest: boolean;
}

/** `GET /api/account/calendar-feed`; the address itself is shown once, when it is made. */
export interface CalendarFeed {
  exists: boolean;
  createdAt: string | null;
  /** When a calendar last read it, exact to the hour. */
  readAt: string | null;
}

/** The answer to `POST /api/account/calendar-feed`. */
export interface NewCalendarFeed extends CalendarFeed {
  /** From the root of the site; null when the same request is repeated. */
  path: string | null;
  /** With the tracker's public address; null as `path`. */
  url: string | null;
}
