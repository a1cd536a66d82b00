import type { Day, MailOfVisit, PossibleRecipient, VisitStatus } from '@tracker/domain';
import { onRecord, sql, statement } from '@tracker/data';

/** A visit as its mail tells of it. */
export interface VisitToTell {
  id: string;
  status: VisitStatus;
  scheduledOn: Day | null;
  startTime: string | null;
  cancelReason: string | null;
  schoolId: string;
  schoolName: string;
  /** The school's address in one line. */
  location: string;
  visitorName: string | null;
  visitorEmail: string | null;
  /** The contact chosen by hand. */
  chosenContactId: string | null;
}

export const VISIT_TO_TELL = statement(
  'mail.visit-to-tell',
  (visitId: string) => sql<VisitToTell>`
  SELECT v.id, v.status, v.scheduled_on AS "scheduledOn", v.start_time AS "startTime",
    v.cancel_reason AS "cancelReason", s.id AS "schoolId", s.name AS "schoolName",
    concat_ws(', ', s.name, nullif(s.street, ''), nullif(s.locality, ''), nullif(s.town, ''),
      nullif(s.postcode, '')) AS location,
    u.name AS "visitorName", u.email AS "visitorEmail", r.contact_id AS "chosenContactId"
  FROM visits v
  JOIN schools s ON s.id = v.school_id
  LEFT JOIN users u ON u.id = v.visitor_id AND u.active
  LEFT JOIN visit_recipients r ON r.visit_id = v.id
  WHERE v.id = ${visitId}`,
);

/** A mail about a visit, with what is needed to follow it up. */
export interface VisitMailRow extends MailOfVisit {
  id: string;
  schoolName: string;
  contactId: string | null;
}

const mailsOfVisit = (visitId: string) => sql<VisitMailRow>`
  SELECT m.id, m.kind, m.status, m.sequence, m.event, m.school_id AS "schoolId",
    s.name AS "schoolName", m.contact_id AS "contactId"
  FROM mails m JOIN schools s ON s.id = m.school_id
  WHERE m.visit_id = ${visitId} AND m.event IS NOT NULL
  ORDER BY m.sequence`;

/** All about one visit, by their number. */
export const MAILS_OF_VISIT = statement('mail.of-visit', mailsOfVisit);

/** Held until the transaction ends, so that none of them goes out meanwhile. */
export const HOLD_MAILS_OF_VISIT = statement(
  'mail.hold-of-visit',
  (visitId: string) => sql<VisitMailRow>`${mailsOfVisit(visitId)} FOR UPDATE OF m`,
);

/** Overtaken before they went out. */
export const TAKE_BACK = statement(
  'mail.take-back',
  (ids: readonly string[], why: string) => sql`
  UPDATE mails SET status = 'cancelled', last_error = ${why}, version = version + 1, updated_at = now()
  WHERE id = ANY(${ids}) AND status = 'waiting'`,
);

/** A visit that has been moved, cancelled or confirmed again is remembered by its new state or not at all. */
export const TAKE_BACK_REMINDERS = statement(
  'mail.take-back-reminders',
  (visitId: string, why: string) => sql`
  UPDATE mails SET status = 'cancelled', last_error = ${why}, version = version + 1, updated_at = now()
  WHERE visit_id = ${visitId} AND kind = 'visit_reminder' AND status = 'waiting'`,
);

/** The people at a school as mails see them. */
export const CONTACTS_OF_SCHOOL = statement(
  'mail.contacts-of-school',
  (schoolId: string) => sql<PossibleRecipient>`
  SELECT id, name, role, email, mail_refused_on AS "mailRefusedOn"
  FROM contacts WHERE school_id = ${schoolId} AND ${onRecord('contacts')} ORDER BY name, id`,
);
