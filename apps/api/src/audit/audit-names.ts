import { AUDITED_TABLES, type SurveyQuestion } from '@tracker/domain';
import { joined, raw, shared, sql, statement } from '@tracker/data';
import { isUUID } from 'class-validator';
import type { DataSource } from 'typeorm';
import type { EntryRow } from './audit-row';

const CALLED = Object.entries(AUDITED_TABLES).flatMap(([table, { called }]) =>
  called === undefined ? [] : [{ table: raw(table), called: raw(called) }],
);

/** What each kind of record is called: a visit by its day, one of two schools of one name with its URN. */
const NAMES = statement('audit.names', (speakingOf: readonly string[]) => {
  const ids = shared(speakingOf);
  return sql<{ id: string; name: string }>`
  SELECT s.id::text, CASE WHEN EXISTS (SELECT FROM schools o WHERE o.id <> s.id
      AND o.name COLLATE "und-x-icu" = s.name COLLATE "und-x-icu")
    THEN s.name || ' (URN ' || s.urn || ')' ELSE s.name END AS name
  FROM schools s WHERE s.id = ANY (${ids}::uuid[])
  ${joined(
    CALLED.map(
      ({ table, called }) =>
        sql`UNION ALL SELECT id::text, ${called}::text FROM ${table} WHERE id = ANY (${ids}::uuid[])`,
    ),
    ' ',
  )}
  UNION ALL (SELECT DISTINCT ON (survey_id) survey_id::text, title FROM survey_versions
    WHERE survey_id = ANY (${ids}::uuid[]) ORDER BY survey_id, number DESC)
  UNION ALL SELECT id::text, coalesce(visited_on, scheduled_on)::text FROM visits
    WHERE id = ANY (${ids}::uuid[]) AND coalesce(visited_on, scheduled_on) IS NOT NULL`;
});

/** Names that were looked up already, null for ids that stand for nothing; of one list or export. */
export type KnownNames = Map<string, string | null>;

/** The whole audit trail speaks of more than this, and its export must not hold them all. */
const MOST_KNOWN = 50_000;

/** Names behind every id that these entries speak of, with one query for those that are new. */
export async function namesIn(
  dataSource: DataSource,
  rows: readonly EntryRow[],
  known: KnownNames = new Map<string, string | null>(),
): Promise<Map<string, string>> {
  const ids = new Set<string>();
  const add = (value: unknown): void => {
    if (typeof value === 'object' && value !== null) Object.values(value).forEach(add);
    else if (isUUID(value)) ids.add(value as string);
  };
  for (const { recordId, changes } of rows) {
    add(recordId);
    add(changes);
  }
  if (known.size > MOST_KNOWN) known.clear();
  const unknown = [...ids].filter((id) => !known.has(id));
  if (unknown.length > 0) {
    for (const id of unknown) known.set(id, null);
    const found = await NAMES.rows(dataSource, unknown);
    for (const { id, name } of found) known.set(id, name);
  }
  const names = new Map<string, string>();
  for (const id of ids) {
    const name = known.get(id);
    if (name != null) names.set(id, name);
  }
  return names;
}

/** A response's id, 36 characters, and a question's key. */
const ANSWER = /^([\da-f-]{36})-(.+)$/;

interface AnswerOf {
  id: string;
  response: string;
  key: string;
}

/** By the question as it was asked; as it was asked last where the school's answers are gone. */
const QUESTIONS = statement(
  'audit.questions',
  (answers: readonly AnswerOf[]) => sql<{ id: string; question: SurveyQuestion }>`
  SELECT DISTINCT ON (a.id) a.id, q AS question
  FROM unnest(${answers.map(({ id }) => id)}::text[],
    ${answers.map(({ response }) => response)}::uuid[],
    ${answers.map(({ key }) => key)}::text[]) AS a (id, response_id, key)
  LEFT JOIN survey_responses r ON r.id = a.response_id
  JOIN survey_versions v ON r.id IS NULL OR v.id = r.survey_version_id
  CROSS JOIN LATERAL jsonb_array_elements(v.questions) q
  WHERE q ->> 'key' = a.key
  ORDER BY a.id, v.created_at DESC`,
);

/** The question behind every entry of an answer, by the id of its record. */
export async function questionsIn(
  dataSource: DataSource,
  rows: readonly EntryRow[],
): Promise<Map<string, SurveyQuestion>> {
  const answers = rows.flatMap(({ entity, recordId }) => {
    const [id, response, key] = (entity === 'survey_answers' && ANSWER.exec(recordId ?? '')) || [];
    return id && response && key ? [{ id, response, key }] : [];
  });
  if (answers.length === 0) return new Map();
  const found = await QUESTIONS.rows(dataSource, answers);
  return new Map(found.map(({ id, question }) => [id, question]));
}
