import { type Day, dayAndTimeInWords, writeOut } from '@tracker/domain';
import type { EntityManager } from 'typeorm';
import { bookedVisit, getHubSettings, sql, statement } from '@tracker/data';
import { queueStaffMail } from './queue-staff-mail';
import { wordingOf } from './queue-visit-mail';

interface WhoGoes {
  userId: string;
  name: string;
  school: string;
  day: Day | null;
  startTime: string | null;
}

/** Whoever goes there next, else the lead of its region. */
const WHO_GOES = statement(
  'mail.who-goes',
  (schoolId: string, today: Day) => sql<WhoGoes>`
  SELECT u.id AS "userId", u.name, s.name AS school, v.day, v.start_time AS "startTime"
  FROM schools s
  LEFT JOIN regions r ON r.id = s.region_id
  LEFT JOIN LATERAL (
    SELECT visitor_id, scheduled_on AS day, start_time FROM visits
    WHERE school_id = s.id AND ${bookedVisit(sql`${today}`, 'visits')}
    ORDER BY scheduled_on, id LIMIT 1) v ON true
  JOIN users u ON u.id = coalesce(v.visitor_id, r.lead_user_id) AND u.active
  WHERE s.id = ${schoolId}`,
);

/**
 * Tells whoever goes to a school that it has handed the survey in; nobody where nobody is known. Call
 * it in the transaction that takes the answers.
 */
export async function queueSurveyMail(
  manager: EntityManager,
  of: { schoolId: string; responseId: string; filledInBy: string | null; today: Day },
): Promise<void> {
  const { schoolId, responseId, filledInBy, today } = of;
  const found = await WHO_GOES.row(manager, schoolId, today);
  if (!found) return;
  const { userId, name, school, day, startTime } = found;
  const { hubName: hub } = await getHubSettings(manager);
  const values = {
    ...{ name, school, hub },
    by: filledInBy ?? 'somebody at the school',
    visit: day === null ? 'none is planned' : dayAndTimeInWords({ day, startTime }),
  };
  await queueStaffMail(manager, {
    ...{ userId, schoolId, kind: 'survey_sent', dedupeKey: `survey:${responseId}` },
    ...writeOut(await wordingOf(manager, 'survey_sent'), values),
  });
}
