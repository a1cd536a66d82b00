import type { VisitSurvey } from '@tracker/contract';
import { answersToKeep, validateAnswers } from '@tracker/domain';
import { SurveyResponseEntity } from '@tracker/server';
import type { EntityManager } from 'typeorm';
import { getPublishedVersion, phasesOf, recordAnswers, refuseFaults } from './record-answers';

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
  const version = await getPublishedVersion(manager, versionId, 'survey.versionId');
  const phases = await phasesOf(manager, schoolId);
  const errors = validateAnswers(version, answers, { phases, complete: submitted });
  refuseFaults(errors, 'survey.answers');
  const before = await manager.findOneBy(SurveyResponseEntity, { visitId });
  const response = manager.create(SurveyResponseEntity, {
    ...before,
    schoolId,
    surveyVersionId: versionId,
    source: 'visit',
    visitId,
    answeredOn: visitedOn,
    submittedAt: submitted ? (before?.submittedAt ?? new Date()) : null,
    enteredById: userId,
  });
  const { id } = await manager.save(SurveyResponseEntity, response);
  await recordAnswers(manager, { id, schoolId }, answersToKeep(version, answers, phases));
  if (!submitted) return;
  await manager.query(
    `UPDATE survey_responses SET confirmed_by_visit_id = $1, version = version + 1, updated_at = now()
     WHERE source = 'school' AND submitted_at IS NOT NULL AND confirmed_by_visit_id IS NULL
       AND school_id IN (SELECT ancestor_id FROM school_lineage WHERE school_id = $2)`,
    [visitId, schoolId],
  );
}

/** The answers of a visit are of its day, also when that is put right. */
export async function moveVisitAnswers(
  manager: EntityManager,
  visitId: string,
  visitedOn: string,
): Promise<void> {
  await manager.query(
    `UPDATE survey_responses SET answered_on = $2, version = version + 1, updated_at = now()
     WHERE visit_id = $1 AND answered_on <> $2::date`,
    [visitId, visitedOn],
  );
}
