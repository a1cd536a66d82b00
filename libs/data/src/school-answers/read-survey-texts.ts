import { FIGURE_KINDS } from '@tracker/domain';
import type { EntityManager } from 'typeorm';
import { shared, sql, statement } from '../sql';
import {
  type GroupInSql,
  groupInSql,
  heardByKey,
  inGroup,
  SAMPLE_GROUP,
  type SchoolGroup,
} from './school-group';
import { ANSWERED_VERSIONS, COUNT_ANSWERED, withAnswers } from './survey-summary.queries';

/** Which texts, and which of them. */
export interface AskedTexts extends SchoolGroup {
  questionKey: string;
  /** Left out: the survey that most schools answered. */
  surveyId?: string | undefined;
  /** Only texts with this label. */
  tagId?: string | undefined;
  offset: number;
  limit: number;
}

/** The contract's SurveyText. */
export interface ReadSurveyText {
  id: string;
  schoolName: string;
  regionId: string | null;
  writtenAs: string | null;
  responseId: string;
  questionKey: string;
  text: string;
  answeredOn: string;
  source: 'visit' | 'school';
  visitId: string | null;
  tags: { id: string; tagId: string; label: string }[];
}

interface TextsOf extends Omit<AskedTexts, 'offset' | 'limit'> {
  surveyId: string;
}

const found = (group: GroupInSql, { questionKey, ...of }: TextsOf) => {
  const tagId = shared(of.tagId ?? null);
  return sql`
  FROM answered x
  JOIN survey_answers a ON a.response_id = x.response_id AND a.question_key = ${questionKey}
  WHERE ${inGroup(group)} AND (${tagId}::uuid IS NULL OR EXISTS (
    SELECT FROM tagged_answers g
    WHERE g.response_id = a.response_id AND g.question_key = a.question_key AND g.tag_id = ${tagId}))`;
};

const SAMPLE: TextsOf = { ...SAMPLE_GROUP, surveyId: '', questionKey: '' };

const COUNT_TEXTS = statement(
  'school-answers.count-texts',
  (of: TextsOf) => {
    const group = groupInSql(of);
    return sql<{ total: number }>`${withAnswers(group, of.surveyId)}
  SELECT count(*)::int AS total ${found(group, of)}`;
  },
  [SAMPLE],
);

const TEXTS = statement(
  'school-answers.texts',
  (of: TextsOf, limit: number, offset: number) => {
    const group = groupInSql(of);
    return sql<ReadSurveyText>`${withAnswers(group, of.surveyId)}, page AS (
    SELECT x.school_id, x.response_id, x.answered_by, x.answered_on, a.question_key, a.value
    ${found(group, of)}
    ORDER BY x.answered_on DESC, x.school_id LIMIT ${limit} OFFSET ${offset}
  )
  SELECT p.school_id AS id, s.name AS "schoolName", s.region_id AS "regionId",
    CASE WHEN p.answered_by <> p.school_id THEN w.name END AS "writtenAs",
    p.response_id AS "responseId", p.question_key AS "questionKey", p.value #>> '{}' AS text,
    p.answered_on AS "answeredOn", r.source, r.visit_id AS "visitId",
    (SELECT coalesce(json_agg(json_build_object('id', g.id, 'tagId', t.id, 'label', t.label)
        ORDER BY t.label COLLATE "und-x-icu"), '[]')
     FROM tagged_answers g JOIN answer_tags t ON t.id = g.tag_id
     WHERE g.response_id = p.response_id AND g.question_key = p.question_key) AS tags
  FROM page p
  JOIN schools s ON s.id = p.school_id
  JOIN schools w ON w.id = p.answered_by
  JOIN survey_responses r ON r.id = p.response_id
  ORDER BY p.answered_on DESC, p.school_id`;
  },
  [SAMPLE, 1, 0],
);

/**
 * A page of what schools wrote to a question, the newest first; nothing where their texts are too few
 * to show. Null when the question is not one that is answered in words.
 */
export async function findSurveyTexts(
  manager: EntityManager,
  asked: AskedTexts,
): Promise<{ rows: ReadSurveyText[]; total: number } | null> {
  const none = { rows: [], total: 0 };
  const versions = await ANSWERED_VERSIONS.rows(manager, asked);
  const surveyId = asked.surveyId ?? versions[0]?.surveyId;
  if (surveyId === undefined) return none;
  const questions = versions
    .filter((version) => version.surveyId === surveyId)
    .flatMap((version) => version.questions);
  if (questions.length === 0) return none;
  const question = questions.find(({ key }) => key === asked.questionKey);
  if (!question || FIGURE_KINDS[question.type] !== 'texts') return null;
  const counts = await COUNT_ANSWERED.rows(manager, asked, surveyId, [question.key]);
  if (heardByKey(counts, asked)(question.key).tooFew) return none;
  const of = { ...asked, surveyId };
  const count = await COUNT_TEXTS.row(manager, of);
  const rows = await TEXTS.rows(manager, of, asked.limit, asked.offset);
  return { rows, total: count?.total ?? 0 };
}
