import type { AnswerTagging } from '@tracker/contract';
import { sql, statement } from '@tracker/data';

/** A priority as confirmed, by its document. */
export interface Priority {
  documentId: string;
  text: string;
}

/** Whether a row `g` of `tagged_priorities` is about something its confirmed plan still says. */
const STILL_SAID = sql`EXISTS (SELECT FROM plan_facts f
    WHERE f.document_id = g.document_id AND f.field = 'priorities' AND f.value ? g.text)`;

/** The school of a confirmed document that says it, with the regions of the school and its successors. */
export const PRIORITY = statement(
  'plan-priorities.text',
  ({ documentId, text }: Priority) => sql<{ schoolId: string; regionIds: (string | null)[] }>`
  SELECT d.school_id AS "schoolId", array_agg(s.region_id) AS "regionIds"
  FROM plan_documents d
  JOIN plan_facts f ON f.document_id = d.id AND f.field = 'priorities' AND f.value ? ${text}
  JOIN school_lineage l ON l.ancestor_id = d.school_id
  JOIN schools s ON s.id = l.school_id
  WHERE d.id = ${documentId} AND d.status = 'confirmed'
  GROUP BY d.school_id`,
);

const TAGGING = sql<AnswerTagging>`
  SELECT g.id, t.id AS "tagId", t.label
  FROM tagged_priorities g JOIN answer_tags t ON t.id = g.tag_id`;

export const READ_TAGGING = statement(
  'plan-priorities.read-tagging',
  (id: string) => sql<AnswerTagging>`${TAGGING} WHERE g.id = ${id}`,
);

export const FIND_TAGGING = statement(
  'plan-priorities.find-tagging',
  ({ documentId, text }: Priority, tagId: string) => sql<AnswerTagging>`${TAGGING}
  WHERE g.document_id = ${documentId} AND md5(g.text) = md5(${text}) AND g.tag_id = ${tagId}`,
);

export const TAG_PRIORITY = statement(
  'plan-priorities.tag',
  ({ documentId, text }: Priority, tagId: string, by: { schoolId: string; userId: string }) => sql`
  INSERT INTO tagged_priorities (document_id, text, tag_id, school_id, created_by_id)
  VALUES (${documentId}, ${text}, ${tagId}, ${by.schoolId}, ${by.userId})
  ON CONFLICT (document_id, md5(text), tag_id) DO NOTHING`,
);

/** Labels of what no confirmed plan of the school says now. */
export const FORGET_TAGS = statement(
  'plan-priorities.forget-tags',
  (schoolId: string) => sql<{ tagId: string }>`
  DELETE FROM tagged_priorities g WHERE g.school_id = ${schoolId} AND NOT ${STILL_SAID}
  RETURNING g.tag_id AS "tagId"`,
);

/** What the document of a row `d` says that the school wants to do next, with its labels, in its order. */
export const PRIORITIES_OF_DOCUMENT = sql`(
    SELECT json_agg(json_build_object('text', x.text, 'tags', (
        SELECT coalesce(json_agg(json_build_object('id', g.id, 'tagId', t.id, 'label', t.label)
          ORDER BY t.label COLLATE "und-x-icu"), '[]')
        FROM tagged_priorities g JOIN answer_tags t ON t.id = g.tag_id
        WHERE g.document_id = d.document_id AND md5(g.text) = md5(x.text))) ORDER BY x.place)
    FROM plan_facts f, jsonb_array_elements_text(
      CASE WHEN jsonb_typeof(f.value) = 'array' THEN f.value END) WITH ORDINALITY x (text, place)
    WHERE f.document_id = d.document_id AND f.field = 'priorities')`;
