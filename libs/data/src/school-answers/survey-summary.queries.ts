import type { AnsweredSurvey, SurveyQuestion } from '@tracker/domain';
import { shared, sql, type Sql, statement } from '../sql';
import { answered } from './heard-schools.queries';
import {
  countGroups,
  type GroupCount,
  type GroupInSql,
  groupInSql,
  inGroup,
  SAMPLE_GROUP,
  type SchoolGroup,
} from './school-group';

/** A version that was answered, and how many schools answered its survey. */
export interface VersionRow extends AnsweredSurvey {
  questions: SurveyQuestion[];
}

/** Versions that were answered in the group's year, the newest first, with their surveys' schools. */
export const ANSWERED_VERSIONS = statement(
  'school-answers.answered-versions',
  (group: SchoolGroup) => sql<VersionRow>`
  WITH ${answered(groupInSql(group))}, counted AS (
    SELECT survey_id, version_id, count(*)::int AS schools FROM answered
    GROUP BY survey_id, version_id
  )
  SELECT c.survey_id AS "surveyId", v.title, v.questions,
    (sum(c.schools) OVER (PARTITION BY c.survey_id))::int AS schools
  FROM counted c JOIN survey_versions v ON v.id = c.version_id
  ORDER BY schools DESC, c.survey_id, v.number DESC`,
  [SAMPLE_GROUP],
);

/** The year's answers to one survey, as a table `answered`. */
export const withAnswers = (group: GroupInSql, surveyId: string): Sql =>
  sql`WITH ${answered(group, sql`v.survey_id = ${surveyId}::uuid`)}`;

const SAMPLE: [SchoolGroup, string, readonly string[]] = [SAMPLE_GROUP, '', []];

/** Schools by what they answered: `''` anything, else the question's key. */
export const COUNT_ANSWERED = statement(
  'school-answers.count-answered',
  (asked: SchoolGroup, surveyId: string, onlyKeys: readonly string[] | null) => {
    const group = groupInSql(asked);
    const keys = shared(onlyKeys);
    return sql<GroupCount>`${withAnswers(group, surveyId)}, heard AS (
    SELECT '' AS key, school_id, region_id, phase, band FROM answered
    UNION ALL
    SELECT a.question_key, x.school_id, x.region_id, x.phase, x.band
    FROM answered x JOIN survey_answers a ON a.response_id = x.response_id
      AND (${keys}::text[] IS NULL OR a.question_key = ANY (${keys}))
  ) ${countGroups(group)}`;
  },
  SAMPLE,
);

/** How many schools chose an option, or have a text with a label. */
export interface CountRow {
  question: string;
  key: string;
  schools: number;
}

/** Of questions whose answers are counted one by one. */
export const COUNT_CHOICES = statement(
  'school-answers.count-choices',
  (asked: SchoolGroup, surveyId: string, keys: readonly string[]) => {
    const group = groupInSql(asked);
    return sql<CountRow>`${withAnswers(group, surveyId)}
  SELECT a.question_key AS question, option AS key, count(DISTINCT x.school_id)::int AS schools
  FROM answered x
  JOIN survey_answers a ON a.response_id = x.response_id AND a.question_key = ANY (${keys}::text[])
  CROSS JOIN LATERAL jsonb_array_elements_text(
    CASE jsonb_typeof(a.value) WHEN 'array' THEN a.value ELSE jsonb_build_array(a.value) END
  ) AS option
  WHERE ${inGroup(group)}
  GROUP BY a.question_key, option`;
  },
  SAMPLE,
);

/** Of questions that are answered with numbers. */
export const MEASURE_NUMBERS = statement(
  'school-answers.measure-numbers',
  (asked: SchoolGroup, surveyId: string, keys: readonly string[]) => {
    const group = groupInSql(asked);
    return sql<{ question: string; measures: number[] | null }>`${withAnswers(group, surveyId)}
  SELECT a.question_key AS question, percentile_cont(ARRAY[0, 0.25, 0.5, 0.75, 1]) WITHIN GROUP (
      ORDER BY CASE jsonb_typeof(a.value) WHEN 'number' THEN a.value::float8 END) AS measures
  FROM answered x
  JOIN survey_answers a ON a.response_id = x.response_id AND a.question_key = ANY (${keys}::text[])
  WHERE ${inGroup(group)}
  GROUP BY a.question_key`;
  },
  SAMPLE,
);

/** Of questions that are answered with texts. */
export const COUNT_TAGS = statement(
  'school-answers.count-tags',
  (asked: SchoolGroup, surveyId: string, keys: readonly string[]) => {
    const group = groupInSql(asked);
    return sql<CountRow & { label: string }>`${withAnswers(group, surveyId)}
  SELECT g.question_key AS question, t.id AS key, t.label,
    count(DISTINCT x.school_id)::int AS schools
  FROM answered x
  JOIN tagged_answers g ON g.response_id = x.response_id AND g.question_key = ANY (${keys}::text[])
  JOIN answer_tags t ON t.id = g.tag_id
  WHERE ${inGroup(group)}
  GROUP BY g.question_key, t.id, t.label
  ORDER BY schools DESC, t.label COLLATE "und-x-icu"`;
  },
  SAMPLE,
);
