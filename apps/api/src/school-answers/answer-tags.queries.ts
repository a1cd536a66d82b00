import type { AnswerTag } from '@tracker/contract';
import { sql, statement } from '@tracker/data';
import type { EntityManager } from 'typeorm';
import { notFound } from '../http/problem';

export const TAGS = statement(
  'school-answers.tags',
  () => sql<AnswerTag>`
  SELECT t.id, t.label, ((SELECT count(*) FROM tagged_answers g WHERE g.tag_id = t.id)
    + (SELECT count(*) FROM tagged_priorities g WHERE g.tag_id = t.id))::int AS texts
  FROM answer_tags t
  ORDER BY texts DESC, t.label COLLATE "und-x-icu", t.id`,
);

/** Of these labels those that no text has, neither of a survey nor of a plan. */
export const DROP_UNUSED_TAGS = statement(
  'school-answers.drop-unused-tags',
  (ids: readonly string[]) => sql`
  DELETE FROM answer_tags t WHERE t.id = ANY (${ids}::uuid[])
    AND NOT EXISTS (SELECT FROM tagged_answers g WHERE g.tag_id = t.id)
    AND NOT EXISTS (SELECT FROM tagged_priorities g WHERE g.tag_id = t.id)`,
);

const LABEL = statement(
  'school-answers.label',
  (label: string, userId: string) => sql<{ id: string }>`
  INSERT INTO answer_tags (label, created_by_id) VALUES (${label}, ${userId})
  ON CONFLICT (lower(label)) DO UPDATE SET label = answer_tags.label RETURNING id`,
);

/** The label's id; it joins the list when it is not there, and nobody takes it away meanwhile. */
export async function labelled(
  manager: EntityManager,
  label: string,
  userId: string,
): Promise<string> {
  const tag = await LABEL.row(manager, label, userId);
  if (!tag) throw notFound('the label');
  return tag.id;
}
