import { Injectable } from '@nestjs/common';
import type { FollowUpAction, SignedInUser } from '@tracker/contract';
import { isActionOpen, type VisitStatus } from '@tracker/domain';
import { FollowUpActionEntity, shared, sql, statement } from '@tracker/data';
import { JobQueue } from '@tracker/work';
import type { EntityManager } from 'typeorm';
import { conflict } from '../http/problem';
import { Transactions } from '../http/transactions';
import { VisitsService } from '../visits/visits.service';
import type { ActionToVisitDto } from './follow-up-actions.dto';
import { FollowUpActionsService } from './follow-up-actions.service';

/** A visit that never took place leaves its action free to become another. */
const FELL_THROUGH: readonly VisitStatus[] = ['cancelled', 'not_held', 'void'];

const HEIRS = statement('follow-up-actions.heirs', (id: string) => {
  const schoolId = shared(id);
  return sql<{ id: string }>`
  SELECT n.id FROM school_lineage l
  JOIN schools n ON n.id = l.school_id AND n.status <> 'closed'
  WHERE l.ancestor_id = ${schoolId}
  ORDER BY n.id <> ${schoolId}, n.id LIMIT 2`;
});

/** Actions that become visits. */
@Injectable()
export class ActionVisitsService {
  constructor(
    private readonly actions: FollowUpActionsService,
    private readonly visits: VisitsService,
    private readonly transactions: Transactions,
    private readonly jobs: JobQueue,
  ) {}

  /** Plans the follow-up visit and takes the action in hand. @throws 404, 403, 409, 422 */
  async becomeVisit(
    user: SignedInUser,
    id: string,
    { version, scheduledOn, startTime, visitorId }: ActionToVisitDto,
  ): Promise<FollowUpAction> {
    const answer = await this.transactions.write(async (manager) => {
      const action = await this.actions.lock(manager, user, id, { version });
      const current = await this.actions.get(id, manager);
      const { becameVisitStatus, status } = current;
      if (!isActionOpen(status)) {
        throw conflict('Only an action that is still open can become a visit.', current);
      }
      if (becameVisitStatus && !FELL_THROUGH.includes(becameVisitStatus)) {
        throw conflict('The action has become a visit already.', current);
      }
      const { id: visitId } = await this.visits.createIn(manager, user, {
        schoolId: await openSchoolOf(manager, action.schoolId),
        kind: 'follow_up',
        purpose: action.title,
        scheduledOn: scheduledOn ?? undefined,
        startTime: startTime ?? undefined,
        visitorId: visitorId ?? undefined,
      });
      action.becameVisitId = visitId;
      action.status = 'in_progress';
      await manager.save(FollowUpActionEntity, action);
      return this.actions.get(id, manager);
    });
    await this.jobs.nudge('refresh-priority-scores', {});
    return answer;
  }
}

/** Rule 5: what was agreed at a school that has closed goes on at the one that followed it. */
async function openSchoolOf(manager: EntityManager, schoolId: string): Promise<string> {
  const [first, second] = await HEIRS.rows(manager, schoolId);
  return first && (first.id === schoolId || !second) ? first.id : schoolId;
}
