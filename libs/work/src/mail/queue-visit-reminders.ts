import {
  addDays,
  CANNOT_MAKE_IT,
  chooseRecipient,
  type Day,
  daysToRemind,
  type Invitation,
  isReminderDue,
  visitMailValues,
  withSchoolLink,
  writeOut,
} from '@tracker/domain';
import { getHubSettings, MailEntity, sql, statement } from '@tracker/data';
import type { DataSource, EntityManager } from 'typeorm';
import { wordingOf } from './queue-visit-mail';
import { CONTACTS_OF_SCHOOL } from './visit-mail.queries';

interface VisitToRemind {
  id: string;
  schoolId: string;
  schoolName: string;
  scheduledOn: Day;
  startTime: string | null;
  visitorName: string | null;
  visitorEmail: string | null;
  chosenContactId: string | null;
  /** The day on which it was confirmed last. */
  confirmedOn: Day;
}

const keyOf = ({ id, scheduledOn }: Pick<VisitToRemind, 'id' | 'scheduledOn'>): string =>
  `visit-reminder:${id}:${scheduledOn}`;

/** Confirmed visits of these days that were not remembered yet, and that no school has said it cannot make. */
const TO_REMIND = statement(
  'mail.visits-to-remind',
  (from: Day, to: Day) => sql<VisitToRemind>`
  SELECT v.id, v.school_id AS "schoolId", s.name AS "schoolName", v.scheduled_on AS "scheduledOn",
    v.start_time AS "startTime", u.name AS "visitorName", u.email AS "visitorEmail",
    r.contact_id AS "chosenContactId", (e.at AT TIME ZONE 'Europe/London')::date AS "confirmedOn"
  FROM visits v
  JOIN schools s ON s.id = v.school_id AND s.status <> 'closed'
  JOIN LATERAL (SELECT x.at FROM visit_events x WHERE x.visit_id = v.id AND x.kind = 'confirmed'
    ORDER BY x.at DESC LIMIT 1) e ON true
  LEFT JOIN users u ON u.id = v.visitor_id AND u.active
  LEFT JOIN visit_recipients r ON r.visit_id = v.id
  WHERE v.status = 'confirmed' AND v.scheduled_on BETWEEN ${from}::date AND ${to}::date
    AND NOT EXISTS (SELECT FROM mails m
      WHERE m.dedupe_key = 'visit-reminder:' || v.id || ':' || v.scheduled_on)
    AND NOT EXISTS (SELECT FROM visit_declines d
      WHERE d.visit_id = v.id AND d.scheduled_on = v.scheduled_on AND d.handled_at IS NULL)
  ORDER BY v.scheduled_on, v.id`,
);

/** Locked, so that whoever moves or cancels it at this moment comes before or after. */
const STILL_CONFIRMED = statement(
  'mail.still-confirmed',
  (id: string, day: Day) => sql<{ id: string }>`
  SELECT id FROM visits WHERE id = ${id} AND status = 'confirmed' AND scheduled_on = ${day}::date
  FOR SHARE`,
);

/**
 * Reminds schools of confirmed visits a week before, each once, however often and by however many workers it is
 * asked for: the outbox has one mail for a visit and day.
 *
 * @returns how many mails were written
 */
export async function queueVisitReminders(dataSource: DataSource, today: Day): Promise<number> {
  const { planning } = await getHubSettings(dataSource.manager);
  if (!planning.remindSchools) return 0;
  const { from, to } = daysToRemind(today);
  const due = (await TO_REMIND.rows(dataSource, from, to)).filter((visit) =>
    isReminderDue(visit, today),
  );
  let written = 0;
  for (const visit of due) {
    if (await dataSource.transaction((manager) => remind(manager, visit))) written += 1;
  }
  return written;
}

async function remind(manager: EntityManager, visit: VisitToRemind): Promise<boolean> {
  const { id, schoolId, schoolName, scheduledOn, startTime, visitorName } = visit;
  if (!(await STILL_CONFIRMED.row(manager, id, scheduledOn))) return false;
  const contacts = await CONTACTS_OF_SCHOOL.rows(manager, schoolId);
  const to = chooseRecipient(contacts, [visit.chosenContactId]);
  const { hubName: hub } = await getHubSettings(manager);
  const now = { day: scheduledOn, startTime, visitor: visitorName } as Invitation;
  const values = visitMailValues({
    ...{ school: schoolName, contact: to?.name ?? null, hub, now, before: null, reason: null },
  });
  const wording = await wordingOf(manager, 'visit_reminder');
  const mail = {
    ...({ kind: 'visit_reminder', dedupeKey: keyOf(visit), replyTo: visit.visitorEmail } as const),
    status: to ? 'waiting' : 'unaddressed',
    lastError: to ? null : 'No email was sent: no contact has an address.',
    ...{ toName: to?.name ?? null, toAddress: to?.email ?? null, contactId: to?.id ?? null },
    ...withSchoolLink(writeOut(wording, values), CANNOT_MAKE_IT),
    ...{ schoolId, visitId: id, usefulUntil: addDays(scheduledOn, -1) },
  } as const;
  const { identifiers } = await manager
    .createQueryBuilder()
    .insert()
    .into(MailEntity)
    .values(mail)
    .orIgnore()
    .execute();
  return identifiers[0] !== undefined;
}
