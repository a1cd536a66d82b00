import { VISIT_SURVEY } from '@tracker/domain';
import { raw, type Sql } from '../sql';

/** A visit that is void, of its id. */
const isVoid = (id: string): string =>
  `EXISTS (SELECT FROM visits taken_back WHERE taken_back.id = ${id} AND taken_back.status = 'void')`;

/** Answers that were not given at a void visit, of a row of `survey_responses`. */
export const atStandingVisit = (r = 'r'): Sql => raw(`NOT ${isVoid(`${r}.visit_id`)}`);

/**
 * Rule 15: answers to the survey of the visits and to no other form, of a row of `survey_responses`; of
 * `survey_versions`, one of its versions.
 */
export const ofVisitSurvey = (r = 'r'): Sql => raw(`${r}.purpose = '${VISIT_SURVEY}'`);

/** Answers that count, of a row of `survey_responses`: handed in, and not at a visit that is void. */
export const answersCount = (r = 'r'): Sql =>
  raw(`(${r}.submitted_at IS NOT NULL AND ${atStandingVisit(r)})`);

/**
 * A school's own answers that a visit went through, which has them now. Where that visit is void they
 * are the school's own again.
 */
export const answersConfirmed = (r = 'r'): Sql =>
  raw(`(${r}.confirmed_by_visit_id IS NOT NULL AND NOT ${isVoid(`${r}.confirmed_by_visit_id`)})`);

/** Rule 12: the survey was asked at the visit, or gone through at it, and handed in. */
export const visitWithSurvey = (v = 'v'): Sql =>
  raw(`(${v}.status <> 'void' AND (
  EXISTS (SELECT FROM survey_responses r
    WHERE r.visit_id = ${v}.id AND r.purpose = '${VISIT_SURVEY}' AND r.submitted_at IS NOT NULL)
  OR EXISTS (SELECT FROM survey_responses r
    WHERE r.confirmed_by_visit_id = ${v}.id AND r.purpose = '${VISIT_SURVEY}'
      AND r.submitted_at IS NOT NULL)))`);
