import { type SchoolAnswered, schoolAnsweredMail } from '@tracker/domain';
import { sql, statement } from '@tracker/data';
import type { EntityManager } from 'typeorm';
import { queueStaffMail } from './queue-staff-mail';

/** Whoever goes there, whoever offered the days and the lead of the school's region, each once. */
const TEAM_OF_ANSWER = statement(
  'mail.team-of-answer',
  (schoolId: string, userIds: readonly string[]) => sql<{
    userId: string;
    name: string;
    school: string;
  }>`
  SELECT u.id AS "userId", u.name, s.name AS school
  FROM schools s LEFT JOIN regions r ON r.id = s.region_id
  JOIN users u ON u.active AND (u.id = r.lead_user_id OR u.id = ANY (${userIds}::uuid[]))
  WHERE s.id = ${schoolId} ORDER BY u.id`,
);

/**
 * Tells the team what a school has said by its link; call it in the transaction that takes the answer.
 *
 * @param occasion the same one is told once
 * @param userIds whoever is concerned beside the region's lead
 */
export async function queueAnswerMail(
  manager: EntityManager,
  of: {
    schoolId: string;
    occasion: string;
    userIds: readonly string[];
    answered: SchoolAnswered;
  },
): Promise<void> {
  const { schoolId, occasion, userIds, answered } = of;
  for (const { userId, name, school } of await TEAM_OF_ANSWER.rows(manager, schoolId, userIds)) {
    await queueStaffMail(manager, {
      ...{ userId, schoolId, kind: 'school_answered', dedupeKey: `${occasion}:${userId}` },
      ...schoolAnsweredMail({ name, school, answered }),
    });
  }
}
