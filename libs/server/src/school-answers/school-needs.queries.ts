import { answersCount } from '../rules-in-sql';
import { ANSWERED, CARRIED_ON, VISITED } from './heard-schools.queries';
import { COUNT_GROUPS, IN_GROUP } from './school-group';

const SCHOOL = 'school_id, region_id, phase, band';
/** $6 kinds of visit that do not count, $7 keys of questions; $1 to $5 are the group. */
const VISITED_AND_ANSWERED = `WITH ${CARRIED_ON}, ${VISITED}, ${ANSWERED()}, chosen AS (
    SELECT a.question_key, a.value, x.school_id, x.region_id, x.phase, x.band
    FROM answered x
    JOIN survey_answers a ON a.response_id = x.response_id AND a.question_key = ANY ($7::text[])
  )`;

/** Schools by whether they were visited, answered, did either, and by the questions they answered. */
export const COUNT_HEARD = `${VISITED_AND_ANSWERED}, heard AS (
    SELECT DISTINCT 'visited' AS key, ${SCHOOL} FROM visited
    UNION ALL
    SELECT DISTINCT 'answered', ${SCHOOL} FROM answered
    UNION ALL
    SELECT 'either', ${SCHOOL} FROM (
      SELECT ${SCHOOL} FROM visited UNION SELECT ${SCHOOL} FROM answered
    ) AS either
    UNION ALL
    SELECT DISTINCT 'question:' || question_key, ${SCHOOL} FROM chosen
  ) ${COUNT_GROUPS}`;

/** Needs that visitors ticked (`question` is null) and choices of schools, with their schools. */
export const COUNT_NEEDS = `${VISITED_AND_ANSWERED}
  SELECT NULL AS question, t.id::text AS key, t.label, count(DISTINCT x.school_id)::int AS schools
  FROM visited x
  JOIN visit_outcome_tags o ON o.visit_id = x.visit_id
  JOIN outcome_tags t ON t.id = o.tag_id AND t.kind = 'need'
  WHERE ${IN_GROUP}
  GROUP BY t.id, t.label
  UNION ALL
  SELECT question_key, option, NULL, count(DISTINCT school_id)::int
  FROM chosen CROSS JOIN LATERAL jsonb_array_elements_text(
    CASE jsonb_typeof(value) WHEN 'array' THEN value ELSE jsonb_build_array(value) END
  ) AS option
  WHERE ${IN_GROUP}
  GROUP BY question_key, option`;

/** Questions of the versions that were answered between two days ($1, $2), the newest first. */
export const QUESTIONS_ANSWERED = `
  SELECT v.questions FROM survey_versions v
  WHERE v.published_at IS NOT NULL AND EXISTS (
    SELECT FROM survey_responses r
    WHERE r.survey_version_id = v.id AND ${answersCount()}
      AND r.answered_on BETWEEN $1::date AND $2::date)
  ORDER BY v.published_at DESC, v.number DESC`;
