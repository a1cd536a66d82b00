import { answersConfirmed, answersCount, countingVisit, ofVisitSurvey } from '../rules-in-sql';
import { raw, sql, type Sql } from '../sql';
import { type DaysInSql, GROUPED_SCHOOL } from './school-group';

/**
 * Rule 5: another school carries the school of `l` on, whose visits and answers are that one's. Where the
 * register leads round in a circle, the school with the least id stands for all of it. OFFSET 0 has it
 * looked up for each of the few that were heard, and not worked out for all schools.
 */
const IS_CARRIED_ON = sql`EXISTS (
      SELECT FROM school_lineage f
      WHERE f.ancestor_id = l.school_id AND f.school_id <> f.ancestor_id AND NOT EXISTS (
        SELECT FROM school_lineage back
        WHERE back.school_id = f.ancestor_id AND back.ancestor_id = f.school_id
          AND f.ancestor_id < f.school_id)
      OFFSET 0)`;

const whose = (column: string) => sql`
    JOIN school_lineage l ON l.ancestor_id = ${raw(column)} AND NOT ${IS_CARRIED_ON}
    JOIN schools s ON s.id = l.school_id`;

/** Counting visits of the year by the school that they are counted for. */
export const visited = (
  { opensOn, closesOn }: DaysInSql,
  kindsNotCounting: readonly string[],
): Sql => sql`visited AS (
    SELECT v.id AS visit_id, ${GROUPED_SCHOOL}
    FROM visits v ${whose('v.school_id')}
    WHERE ${countingVisit(sql`${kindsNotCounting}`)}
      AND v.visited_on BETWEEN ${opensOn}::date AND ${closesOn}::date
  )`;

/**
 * The answers of the year to the survey of the visits that count, by the school that they are counted for: those handed in; a
 * school's own not where a visit has gone through them, which has them now; of a school that
 * answered a survey several times the newest.
 *
 * @param survey condition on `survey_versions v`
 */
export const answered = (
  { opensOn, closesOn }: DaysInSql,
  survey = raw('true'),
): Sql => sql`answered AS (
    SELECT DISTINCT ON (s.id, v.survey_id) r.id AS response_id, r.school_id AS answered_by,
      r.answered_on, v.survey_id, v.id AS version_id, ${GROUPED_SCHOOL}
    FROM survey_responses r
    JOIN survey_versions v ON v.id = r.survey_version_id AND ${survey}
    ${whose('r.school_id')}
    WHERE ${ofVisitSurvey()} AND ${answersCount()} AND NOT ${answersConfirmed()}
      AND r.answered_on BETWEEN ${opensOn}::date AND ${closesOn}::date
    ORDER BY s.id, v.survey_id, r.answered_on DESC, r.source DESC, r.submitted_at DESC, r.id
  )`;
