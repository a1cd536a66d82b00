import type { SurveyAnswers } from '@tracker/domain';
import type { EntityManager } from 'typeorm';
import { unacceptable, unacceptableField } from '../http/problem';
import { RECORD_ANSWERS } from './survey.queries';
import { SETTLE_TOLD_PLAN, SURVEY_OF_VISIT } from './told-plan.queries';

interface Publishable {
  title: string;
  publishedAt: Date | string | null;
}

/**
 * A published version, the newest or one before: what somebody has on the screen counts.
 *
 * @param version as it was found, if it was
 * @param field the input its id came in
 * @throws 422
 */
export function requirePublished<V extends Publishable>(version: V | null, field: string): V {
  if (!version) throw unacceptableField(field, 'This version of the survey is not on record.');
  if (version.publishedAt !== null) return version;
  throw unacceptableField(
    field,
    `“${version.title}” is still a draft; only a published survey can be answered.`,
  );
}

/** @param field the input that holds the answers @throws 422 with a sentence for each question */
export function refuseFaults(errors: Record<string, string>, field: string): void {
  const found = Object.entries(errors);
  if (found.length === 0) return;
  throw unacceptable(found.map(([key, message]) => ({ field: `${field}.${key}`, message })));
}

/** Makes the answers of a response exactly these, touching only what differs, and keeps what they tell of a plan. */
export async function recordAnswers(
  manager: EntityManager,
  { id, schoolId }: { id: string; schoolId: string },
  answers: SurveyAnswers,
): Promise<void> {
  await RECORD_ANSWERS.run(manager, id, schoolId, JSON.stringify(answers));
  await SETTLE_TOLD_PLAN.run(manager, id, schoolId, null);
}

/** A visit counts no more at these schools, or again: so does what was told at it of a plan. */
export async function settleToldAt(
  manager: EntityManager,
  visitId: string,
  ...schoolIds: string[]
): Promise<void> {
  const response = await SURVEY_OF_VISIT.row(manager, visitId);
  if (!response) return;
  for (const schoolId of schoolIds) {
    await SETTLE_TOLD_PLAN.run(manager, response.id, schoolId, null);
  }
}
