import { NEED_QUESTIONS, type SurveyQuestion } from '@tracker/domain';
import { answersCount, ofVisitSurvey } from '../rules-in-sql';
import { raw, sql, statement } from '../sql';
import { answered, visited } from './heard-schools.queries';
import {
  countGroups,
  type GroupCount,
  type GroupInSql,
  groupInSql,
  inGroup,
  SAMPLE_GROUP,
  type SchoolGroup,
} from './school-group';

const SCHOOL = raw('school_id, region_id, phase, band');
const ALL_KEYS = Object.values(NEED_QUESTIONS).flat();

const withVisitsAndAnswers = (group: GroupInSql, kindsNotCounting: readonly string[]) =>
  sql`WITH ${visited(group, kindsNotCounting)}, ${answered(group)}, chosen AS (
    SELECT a.question_key, a.value, x.school_id, x.region_id, x.phase, x.band
    FROM answered x
    JOIN survey_answers a ON a.response_id = x.response_id AND a.question_key = ANY (${ALL_KEYS}::text[])
  )`;

/** Schools by whether they were visited, answered, did either, and by the questions they answered. */
export const COUNT_HEARD = statement(
  'school-answers.count-heard',
  (asked: SchoolGroup, kindsNotCounting: readonly string[]) => {
    const group = groupInSql(asked);
    return sql<GroupCount>`${withVisitsAndAnswers(group, kindsNotCounting)}, heard AS (
    SELECT DISTINCT 'visited' AS key, ${SCHOOL} FROM visited
    UNION ALL
    SELECT DISTINCT 'answered', ${SCHOOL} FROM answered
    UNION ALL
    SELECT 'either', ${SCHOOL} FROM (
      SELECT ${SCHOOL} FROM visited UNION SELECT ${SCHOOL} FROM answered
    ) AS either
    UNION ALL
    SELECT DISTINCT 'question:' || question_key, ${SCHOOL} FROM chosen
  ) ${countGroups(group)}`;
  },
  [SAMPLE_GROUP, []],
);

export interface NeedRow {
  /** Null for what visitors ticked. */
  question: string | null;
  /** Id of the tag, or the option's key. */
  key: string;
  label: string | null;
  schools: number;
}

/** Needs that visitors ticked (`question` is null) and choices of schools, with their schools. */
export const COUNT_NEEDS = statement(
  'school-answers.count-needs',
  (asked: SchoolGroup, kindsNotCounting: readonly string[]) => {
    const group = groupInSql(asked);
    return sql<NeedRow>`${withVisitsAndAnswers(group, kindsNotCounting)}
  SELECT NULL AS question, t.id::text AS key, t.label, count(DISTINCT x.school_id)::int AS schools
  FROM visited x
  JOIN visit_outcome_tags o ON o.visit_id = x.visit_id
  JOIN outcome_tags t ON t.id = o.tag_id AND t.kind = 'need'
  WHERE ${inGroup(group)}
  GROUP BY t.id, t.label
  UNION ALL
  SELECT question_key, option, NULL, count(DISTINCT school_id)::int
  FROM chosen CROSS JOIN LATERAL jsonb_array_elements_text(
    CASE jsonb_typeof(value) WHEN 'array' THEN value ELSE jsonb_build_array(value) END
  ) AS option
  WHERE ${inGroup(group)}
  GROUP BY question_key, option`;
  },
  [SAMPLE_GROUP, []],
);

/** Questions of the versions of the survey of the visits that were answered in the group's year, the newest first. */
export const QUESTIONS_ANSWERED = statement(
  'school-answers.questions-answered',
  (group: SchoolGroup) => {
    const { opensOn, closesOn } = groupInSql(group);
    return sql<{ questions: SurveyQuestion[] }>`
  SELECT v.questions FROM survey_versions v
  WHERE ${ofVisitSurvey('v')} AND v.published_at IS NOT NULL AND EXISTS (
    SELECT FROM survey_responses r
    WHERE r.survey_version_id = v.id AND ${answersCount()}
      AND r.answered_on BETWEEN ${opensOn}::date AND ${closesOn}::date)
  ORDER BY v.published_at DESC, v.number DESC`;
  },
  [SAMPLE_GROUP],
);
