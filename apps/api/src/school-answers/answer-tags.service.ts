import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { AnswerTag, AnswerTagging, NewAnswerTagging, SignedInUser } from '@tracker/contract';
import { sql, statement, TaggedAnswerEntity } from '@tracker/data';
import type { DataSource, EntityManager } from 'typeorm';
import { requireWriteInOneOf } from '../auth/access';
import { notFound } from '../http/problem';
import { Transactions } from '../http/transactions';
import { DROP_UNUSED_TAGS, labelled, TAGS } from './answer-tags.queries';

const TAGGING = sql<AnswerTagging>`
  SELECT g.id, t.id AS "tagId", t.label
  FROM tagged_answers g JOIN answer_tags t ON t.id = g.tag_id`;

const READ_TAGGING = statement(
  'school-answers.read-tagging',
  (id: string) => sql<AnswerTagging>`${TAGGING} WHERE g.id = ${id}`,
);

/** A text, by its response and question, and a label. */
type TagOfText = [responseId: string, questionKey: string, tagId: string];

const FIND_TAGGING = statement(
  'school-answers.find-tagging',
  ([responseId, questionKey, tagId]: TagOfText) => sql<AnswerTagging>`${TAGGING}
  WHERE g.response_id = ${responseId} AND g.question_key = ${questionKey} AND g.tag_id = ${tagId}`,
);

interface NewTagging {
  schoolId: string;
  userId: string;
}

const TAG = statement(
  'school-answers.tag',
  ([responseId, questionKey, tagId]: TagOfText, by: NewTagging) => sql<{ id: string }>`
  INSERT INTO tagged_answers (response_id, question_key, tag_id, school_id, created_by_id)
  VALUES (${responseId}, ${questionKey}, ${tagId}, ${by.schoolId}, ${by.userId})
  ON CONFLICT (response_id, question_key, tag_id) DO NOTHING RETURNING id`,
);

/** The text with the regions of the school that wrote it and of its successors. */
const TEXT = statement(
  'school-answers.text',
  (responseId: string, questionKey: string) => sql<{
    schoolId: string;
    regionIds: (string | null)[];
  }>`
  SELECT a.school_id AS "schoolId", array_agg(s.region_id) AS "regionIds"
  FROM survey_answers a
  JOIN school_lineage l ON l.ancestor_id = a.school_id
  JOIN schools s ON s.id = l.school_id
  WHERE a.response_id = ${responseId} AND a.question_key = ${questionKey}
    AND jsonb_typeof(a.value) = 'string'
  GROUP BY a.school_id`,
);

/** Labels for what schools wrote. The list grows with what is typed; a label no text has goes. */
@Injectable()
export class AnswerTagsService {
  constructor(
    @InjectDataSource() private readonly dataSource: DataSource,
    private readonly transactions: Transactions,
  ) {}

  /** The one of most texts first. */
  list(): Promise<AnswerTag[]> {
    return TAGS.rows(this.dataSource);
  }

  /** Gives a text a label; one that it has already it keeps. @throws 403, 404 */
  tag(
    user: SignedInUser,
    { responseId, questionKey, label }: NewAnswerTagging,
  ): Promise<AnswerTagging> {
    return this.transactions.write(async (manager) => {
      const schoolId = await requireText(manager, user, responseId, questionKey);
      const tagId = await labelled(manager, label, user.id);
      const of: TagOfText = [responseId, questionKey, tagId];
      const made = await TAG.row(manager, of, { schoolId, userId: user.id });
      const tagging = await FIND_TAGGING.row(manager, of);
      if (!tagging) throw notFound('the label of the text');
      return { id: made?.id ?? tagging.id, tagId, label: tagging.label };
    });
  }

  /** Takes a label from a text, and from the list when no other text has it. @throws 403, 404 */
  untag(user: SignedInUser, id: string): Promise<AnswerTagging> {
    return this.transactions.write(async (manager) => {
      const tagging = await manager.findOneBy(TaggedAnswerEntity, { id });
      if (!tagging) throw notFound('the label of the text');
      const { responseId, questionKey, tagId } = tagging;
      await requireText(manager, user, responseId, questionKey);
      const shown = await READ_TAGGING.row(manager, id);
      await manager.delete(TaggedAnswerEntity, { id });
      await DROP_UNUSED_TAGS.run(manager, [tagId]);
      return { id, tagId, label: shown?.label ?? '' };
    });
  }
}

/** The school that wrote a text, which whoever writes for it or for its successor may label. */
async function requireText(
  manager: EntityManager,
  user: SignedInUser,
  responseId: string,
  questionKey: string,
): Promise<string> {
  const text = await TEXT.row(manager, responseId, questionKey);
  if (!text) throw notFound('the text');
  requireWriteInOneOf(user, text.regionIds);
  return text.schoolId;
}
