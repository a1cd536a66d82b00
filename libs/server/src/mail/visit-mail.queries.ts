import type { Day, Invitation, VisitStatus } from '@tracker/domain';

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

export const VISIT_TO_TELL = `
  SELECT v.id, v.status, v.scheduled_on AS "scheduledOn", v.start_time AS "startTime",
    v.cancel_reason AS "cancelReason", s.id AS "schoolId", s.name AS "schoolName",
    concat_ws(', ', s.name, nullif(s.street, ''), nullif(s.locality, ''), nullif(s.town, ''),
      nullif(s.postcode, '')) AS location,
    u.name AS "visitorName", u.email AS "visitorEmail", r.contact_id AS "chosenContactId"
  FROM visits v
  JOIN schools s ON s.id = v.school_id
  LEFT JOIN users u ON u.id = v.visitor_id AND u.active
  LEFT JOIN visit_recipients r ON r.visit_id = v.id
  WHERE v.id = $1`;

/** The last mail about a visit that reached, or may have reached, a school. */
export interface LatestMail {
  /** Whether the school counts on the visit by that mail. */
  told: boolean;
  schoolId: string;
  schoolName: string;
  contactId: string | null;
  event: Invitation;
  /** The highest number any mail about the visit has. */
  lastSequence: number;
}

/** Mails that failed or were taken back told nobody anything, but their numbers are used up. */
export const LATEST_MAIL_OF_VISIT = `
  SELECT coalesce(m.kind <> 'visit_cancelled', false) AS told, m.school_id AS "schoolId",
    s.name AS "schoolName", m.contact_id AS "contactId", m.event, n.last AS "lastSequence"
  FROM (SELECT max(sequence) AS last FROM mails WHERE visit_id = $1) n
  LEFT JOIN LATERAL (
    SELECT * FROM mails
    WHERE visit_id = $1 AND status IN ('waiting', 'sending', 'sent', 'uncertain')
    ORDER BY sequence DESC LIMIT 1) m ON true
  LEFT JOIN schools s ON s.id = m.school_id
  WHERE n.last IS NOT NULL`;

/** The people at a school as mails see them. */
export const CONTACTS_OF_SCHOOL = `
  SELECT id, name, role, email, mail_refused_on AS "mailRefusedOn"
  FROM contacts WHERE school_id = $1 ORDER BY name, id`;
