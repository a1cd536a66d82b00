import { phasesOfSchool, type QuestionPhase, type SurveyAnswers } from '@tracker/domain';
import { SurveyVersionEntity } from '@tracker/server';
import type { EntityManager } from 'typeorm';
import { unacceptable, unacceptableField } from '../http/problem';
import { RECORD_ANSWERS } from './survey.queries';

/** A published version by its id, the newest or one before: what somebody has on the screen counts.
 *
 * @param field the input the id came in
 * @throws 422
 */
export async function getPublishedVersion(
  manager: EntityManager,
  id: string,
  field: string,
): Promise<SurveyVersionEntity> {
  const version = await manager.findOneBy(SurveyVersionEntity, { id });
  if (!version) throw unacceptableField(field, 'This version of the survey is not on record.');
  if (version.publishedAt !== null) return version;
  throw unacceptableField(
    field,
    `“${version.title}” is still a draft; only a published survey can be answered.`,
  );
}

/** By which questions a school is asked. */
export async function phasesOf(manager: EntityManager, schoolId: string): Promise<QuestionPhase[]> {
  const [school]: { phase: string | null; establishmentType: string | null }[] =
    await manager.query(
      `SELECT phase, establishment_type AS "establishmentType" FROM schools WHERE id = $1`,
      [schoolId],
    );
  return school ? phasesOfSchool(school) : [];
}

/** @param field the input that holds the answers @throws 422 with a sentence for each question */
export function refuseFaults(errors: Record<string, string>, field: string): void {
  const found = Object.entries(errors);
  if (found.length === 0) return;
  throw unacceptable(found.map(([key, message]) => ({ field: `${field}.${key}`, message })));
}

/** Makes the answers of a response exactly these, touching only what differs. */
export async function recordAnswers(
  manager: EntityManager,
  { id, schoolId }: { id: string; schoolId: string },
  answers: SurveyAnswers,
): Promise<void> {
  await manager.query(RECORD_ANSWERS, [id, schoolId, JSON.stringify(answers)]);
}
