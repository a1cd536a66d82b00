import { FIGURE_KINDS, type SurveyQuestion } from '@tracker/domain';
import type { EntityManager } from 'typeorm';
import {
  type GroupCount,
  groupValues,
  heardByKey,
  IN_GROUP,
  type SchoolGroup,
} from './school-group';
import { ANSWERED_SURVEY, ANSWERED_VERSIONS, COUNT_ANSWERED } from './survey-summary.queries';

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

/** $7 the question, $8 the label or null. */
const FOUND = `
  FROM answered x
  JOIN survey_answers a ON a.response_id = x.response_id AND a.question_key = $7
  WHERE ${IN_GROUP} AND ($8::uuid IS NULL OR EXISTS (
    SELECT FROM tagged_answers g
    WHERE g.response_id = a.response_id AND g.question_key = a.question_key AND g.tag_id = $8))`;

const COUNT_TEXTS = `${ANSWERED_SURVEY} SELECT count(*)::int AS total ${FOUND}`;

/** $9 rows, $10 rows passed over before. */
const TEXTS = `${ANSWERED_SURVEY}, page AS (
    SELECT x.school_id, x.response_id, x.answered_by, x.answered_on, a.question_key, a.value
    ${FOUND}
    ORDER BY x.answered_on DESC, x.school_id LIMIT $9 OFFSET $10
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

/**
 * A page of what schools wrote to a question, the newest first; nothing where their texts are too few
 * to show. Null when the question is not one that is answered in words.
 */
export async function findSurveyTexts(
  manager: EntityManager,
  asked: AskedTexts,
): Promise<{ rows: ReadSurveyText[]; total: number } | null> {
  const none = { rows: [], total: 0 };
  const values = groupValues(asked);
  const versions: { surveyId: string; questions: SurveyQuestion[] }[] = await manager.query(
    ANSWERED_VERSIONS,
    values.slice(0, 2),
  );
  const surveyId = asked.surveyId ?? versions[0]?.surveyId;
  const questions = versions
    .filter((version) => version.surveyId === surveyId)
    .flatMap((version) => version.questions);
  if (questions.length === 0) return none;
  const question = questions.find(({ key }) => key === asked.questionKey);
  if (!question || FIGURE_KINDS[question.type] !== 'texts') return null;
  const counts: GroupCount[] = await manager.query(COUNT_ANSWERED, [
    ...values,
    surveyId,
    [question.key],
  ]);
  if (heardByKey(counts, asked)(question.key).tooFew) return none;
  const bound = [...values, surveyId, question.key, asked.tagId ?? null];
  const [count]: { total: number }[] = await manager.query(COUNT_TEXTS, bound);
  const rows: ReadSurveyText[] = await manager.query(TEXTS, [...bound, asked.limit, asked.offset]);
  return { rows, total: count?.total ?? 0 };
}
