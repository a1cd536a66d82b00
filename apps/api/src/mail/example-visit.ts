import {
  addDays,
  chooseRecipient,
  type Day,
  type Invitation,
  visitMailValues,
} from '@tracker/domain';
import { agreedVisit, sql, statement } from '@tracker/data';
import { CONTACTS_OF_SCHOOL } from '@tracker/work';
import type { EntityManager } from 'typeorm';

interface NextVisit {
  schoolId: string;
  schoolName: string;
  day: Day;
  startTime: string | null;
  visitor: string | null;
}

const NEXT_VISIT = statement(
  'mail.next-visit',
  () => sql<NextVisit>`
  SELECT s.id AS "schoolId", s.name AS "schoolName", v.scheduled_on AS day,
    v.start_time AS "startTime", u.name AS visitor
  FROM visits v JOIN schools s ON s.id = v.school_id LEFT JOIN users u ON u.id = v.visitor_id
  WHERE ${agreedVisit()}
  ORDER BY v.scheduled_on DESC, v.id LIMIT 1`,
);

/** What a template can name, of the latest visit in the books; null when there is none. */
export async function valuesOfNextVisit(
  manager: EntityManager,
  hub: string,
): Promise<Record<string, string> | null> {
  const visit = await NEXT_VISIT.row(manager);
  if (!visit) return null;
  const contacts = await CONTACTS_OF_SCHOOL.rows(manager, visit.schoolId);
  const { day, startTime, visitor } = visit;
  const now = { day, startTime, visitor } as Invitation;
  return visitMailValues({
    school: visit.schoolName,
    contact: chooseRecipient(contacts)?.name ?? null,
    hub,
    now,
    before: { ...now, day: addDays(day, -7) },
    reason: 'Inspection on the same day',
  });
}
