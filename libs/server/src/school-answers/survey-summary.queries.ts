import { ANSWERED, CARRIED_ON } from './heard-schools.queries';
import { COUNT_GROUPS, IN_GROUP } from './school-group';

/** Versions that were answered in the year ($1, $2), the newest first, with their surveys' schools. */
export const ANSWERED_VERSIONS = `
  WITH ${CARRIED_ON}, ${ANSWERED()}, counted AS (
    SELECT survey_id, version_id, count(*)::int AS schools FROM answered
    GROUP BY survey_id, version_id
  )
  SELECT c.survey_id AS "surveyId", v.title, v.questions,
    (sum(c.schools) OVER (PARTITION BY c.survey_id))::int AS schools
  FROM counted c JOIN survey_versions v ON v.id = c.version_id
  ORDER BY schools DESC, c.survey_id, v.number DESC`;

/** $1 to $5 the group, $6 the survey. */
export const ANSWERED_SURVEY = `WITH ${CARRIED_ON}, ${ANSWERED('v.survey_id = $6::uuid')}`;

/** Schools by what they answered: `''` anything, else the question's key. $7 keys, or null for all. */
export const COUNT_ANSWERED = `${ANSWERED_SURVEY}, heard AS (
    SELECT '' AS key, school_id, region_id, phase, band FROM answered
    UNION ALL
    SELECT a.question_key, x.school_id, x.region_id, x.phase, x.band
    FROM answered x JOIN survey_answers a ON a.response_id = x.response_id
      AND ($7::text[] IS NULL OR a.question_key = ANY ($7))
  ) ${COUNT_GROUPS}`;

/** $7 keys of the questions whose answers are counted one by one. */
export const COUNT_CHOICES = `${ANSWERED_SURVEY}
  SELECT a.question_key AS question, option AS key, count(DISTINCT x.school_id)::int AS schools
  FROM answered x
  JOIN survey_answers a ON a.response_id = x.response_id AND a.question_key = ANY ($7::text[])
  CROSS JOIN LATERAL jsonb_array_elements_text(
    CASE jsonb_typeof(a.value) WHEN 'array' THEN a.value ELSE jsonb_build_array(a.value) END
  ) AS option
  WHERE ${IN_GROUP}
  GROUP BY a.question_key, option`;

/** $7 keys of the questions that are answered with numbers. */
export const MEASURE_NUMBERS = `${ANSWERED_SURVEY}
  SELECT a.question_key AS question, percentile_cont(ARRAY[0, 0.25, 0.5, 0.75, 1]) WITHIN GROUP (
      ORDER BY CASE jsonb_typeof(a.value) WHEN 'number' THEN a.value::float8 END) AS measures
  FROM answered x
  JOIN survey_answers a ON a.response_id = x.response_id AND a.question_key = ANY ($7::text[])
  WHERE ${IN_GROUP}
  GROUP BY a.question_key`;

/** $7 keys of the questions that are answered with texts. */
export const COUNT_TAGS = `${ANSWERED_SURVEY}
  SELECT g.question_key AS question, t.id AS key, t.label,
    count(DISTINCT x.school_id)::int AS schools
  FROM answered x
  JOIN tagged_answers g ON g.response_id = x.response_id AND g.question_key = ANY ($7::text[])
  JOIN answer_tags t ON t.id = g.tag_id
  WHERE ${IN_GROUP}
  GROUP BY g.question_key, t.id, t.label
  ORDER BY schools DESC, t.label COLLATE "und-x-icu"`;
