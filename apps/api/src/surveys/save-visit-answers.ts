import type { VisitSurvey } from '@tracker/contract';
import { answersToKeep, phasesOfSchool, validateAnswers } from '@tracker/domain';
import type { EntityManager } from 'typeorm';
import { recordAnswers, refuseFaults, requirePublished } from './record-answers';
import { SETTLE_TOLD_PLAN, SURVEY_OF_VISIT } from './told-plan.queries';
import { ASKED_OF_SCHOOL, MOVE_VISIT_ANSWERS, WRITE_VISIT_RESPONSE } from './survey.queries';

interface AnsweredVisit {
  visitId: string;
  schoolId: string;
  /** Day of the visit. */
  visitedOn: string;
  survey: VisitSurvey;
  /** Who writes it down. */
  userId: string;
}

/**
 * Writes down the survey of a visit inside the transaction that logs or corrects it; a second time
 * replaces the first. Answers to any published version are taken, so that a log written before the
 * newest was published is not lost. Once submitted it confirms what the school had sent in by itself.
 *
 * @throws 422 naming each question, `survey.answers.<key>`
 */
export async function saveVisitAnswers(
  manager: EntityManager,
  { visitId, schoolId, visitedOn, survey, userId }: AnsweredVisit,
): Promise<void> {
  const { versionId, answers, submitted = true } = survey;
  const row = await ASKED_OF_SCHOOL.row(manager, versionId, schoolId);
  if (!row) throw new Error(`There is no school ${schoolId}, though a visit refers to it.`);
  const { asked, ...school } = row;
  const version = requirePublished(asked, 'survey.versionId');
  const phases = phasesOfSchool(school);
  const errors = validateAnswers(version, answers, { phases, complete: submitted });
  refuseFaults(errors, 'survey.answers');
  const response = await WRITE_VISIT_RESPONSE.row(manager, {
    ...{ visitId, schoolId, versionId, visitedOn, submitted, userId },
    purpose: version.purpose,
  });
  const { id } = response as { id: string };
  await recordAnswers(manager, { id, schoolId }, answersToKeep(version, answers, phases));
}

/** The answers of a visit are of its day, also when that is put right. */
export async function moveVisitAnswers(
  manager: EntityManager,
  visitId: string,
  visitedOn: string,
): Promise<void> {
  const before = await SURVEY_OF_VISIT.row(manager, visitId);
  await MOVE_VISIT_ANSWERS.run(manager, visitId, visitedOn);
  if (!before) return;
  for (const day of [before.answeredOn, visitedOn]) {
    await SETTLE_TOLD_PLAN.run(manager, before.id, before.schoolId, day);
  }
}
