import type { Question } from '@tracker/domain';
import { sql, statement } from '@tracker/data';
import type { EntityManager } from 'typeorm';

/**
 * What was answered about an earlier file of which most rows stand in this one too: the same file, or
 * one that has grown or been corrected since. Another file may have columns of the same titles, and
 * mean something else by them.
 */
const ANSWERED = statement(
  'imports.questions-answered-before',
  (importId: string) => sql<{ question: string; answer: string }>`
  WITH rows_now AS (SELECT DISTINCT cells FROM import_rows WHERE import_id = ${importId}),
  before AS (
    SELECT i.id, i.started_at, r.reading FROM imports i
    JOIN import_readings r ON r.import_id = i.id
    WHERE i.kind = 'visits' AND i.status = 'done' AND NOT i.dry_run AND i.id <> ${importId}
      AND r.reading @? '$.questions[*].answer ? (@ != null)'
    ORDER BY i.started_at DESC LIMIT 20
  ),
  alike AS (
    SELECT b.import_id FROM import_rows b LEFT JOIN rows_now n ON n.cells = b.cells
    WHERE b.import_id IN (SELECT id FROM before)
    GROUP BY 1 HAVING count(n.cells) * 2 > count(*)
  )
  SELECT DISTINCT ON (question) q ->> 'question' AS question, q ->> 'answer' AS answer
  FROM before JOIN alike ON alike.import_id = before.id
  CROSS JOIN LATERAL jsonb_array_elements(before.reading -> 'questions') AS q
  WHERE q ->> 'answer' IS NOT NULL
  ORDER BY question, before.started_at DESC`,
);

/** Key of a question -> the answer given when the file was sent before, of those that were. */
export async function answersBefore(
  manager: EntityManager,
  importId: string,
  questions: readonly Question[],
): Promise<Record<string, string>> {
  if (questions.length === 0) return {};
  const answered = await ANSWERED.rows(manager, importId);
  const byQuestion = new Map(answered.map(({ question, answer }) => [question, answer]));
  return Object.fromEntries(
    questions.flatMap(({ key, question }) => {
      const answer = byQuestion.get(question);
      return answer === undefined ? [] : [[key, answer]];
    }),
  );
}
