import { Injectable } from '@nestjs/common';
import type { AnswerTagging, NewPriorityTagging, SignedInUser } from '@tracker/contract';
import { TaggedPriorityEntity, takeLock } from '@tracker/data';
import type { EntityManager } from 'typeorm';
import { requireWriteInOneOf } from '../auth/access';
import { notFound } from '../http/problem';
import { Transactions } from '../http/transactions';
import { DROP_UNUSED_TAGS, labelled } from '../school-answers/answer-tags.queries';
import {
  FIND_TAGGING,
  FORGET_TAGS,
  type Priority,
  PRIORITY,
  READ_TAGGING,
  TAG_PRIORITY,
} from './priority-tags.queries';

/** Labels for what schools want to do next, of the list that texts of the survey have too. */
@Injectable()
export class PriorityTagsService {
  constructor(private readonly transactions: Transactions) {}

  /** Gives it a label; one that it has already it keeps. @throws 403, 404 */
  tag(user: SignedInUser, { label, ...priority }: NewPriorityTagging): Promise<AnswerTagging> {
    return this.transactions.write(async (manager) => {
      const { schoolId } = await requirePriority(manager, user, priority);
      // Whoever corrects the plan meanwhile takes the label along.
      await takeLock(manager, 'planDecision', schoolId);
      await requirePriority(manager, user, priority);
      const tagId = await labelled(manager, label, user.id);
      await TAG_PRIORITY.run(manager, priority, tagId, { schoolId, userId: user.id });
      const tagging = await FIND_TAGGING.row(manager, priority, tagId);
      if (!tagging) throw notFound('the label of the text');
      return tagging;
    });
  }

  /** Takes a label away, and from the list when no other text has it. @throws 403, 404 */
  untag(user: SignedInUser, id: string): Promise<AnswerTagging> {
    return this.transactions.write(async (manager) => {
      const tagged = await manager.findOneBy(TaggedPriorityEntity, { id });
      const shown = await READ_TAGGING.row(manager, id);
      if (!tagged || !shown) throw notFound('the label of the text');
      await requirePriority(manager, user, tagged);
      await manager.delete(TaggedPriorityEntity, { id });
      await DROP_UNUSED_TAGS.run(manager, [tagged.tagId]);
      return shown;
    });
  }
}

/** After a school's documents changed: labels of what none of them says now go. */
export async function forgetTags(manager: EntityManager, schoolId: string): Promise<void> {
  const gone = await FORGET_TAGS.rows(manager, schoolId);
  if (gone.length === 0) return;
  await DROP_UNUSED_TAGS.run(manager, [...new Set(gone.map(({ tagId }) => tagId))]);
}

/** What may be labelled by whoever writes for its school or for its successor. */
async function requirePriority(
  manager: EntityManager,
  user: SignedInUser,
  priority: Priority,
): Promise<{ schoolId: string }> {
  const found = await PRIORITY.row(manager, priority);
  if (!found) throw notFound('the text');
  requireWriteInOneOf(user, found.regionIds);
  return found;
}
