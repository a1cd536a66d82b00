import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import {
  type ACTION_LIST,
  type BIN_LIST,
  type DeletedAction,
  type FollowUpAction,
  mayChangeAction,
  type SignedInUser,
} from '@tracker/contract';
import { closingAfter } from '@tracker/domain';
import { Clock, JobQueue, queueActionMail } from '@tracker/work';
import { FollowUpActionEntity, onRecord, sql, statement } from '@tracker/data';
import type { DataSource, EntityManager } from 'typeorm';
import { requireWriteAtSchool } from '../auth/access';
import { asInBin, binConditions, type BinRow, putInBin, takeFromBin } from '../http/bin';
import { refuseOtherChanges } from '../http/echoed-fields';
import { addFilters } from '../http/filter-conditions';
import type { Page } from '../http/list-answer';
import type { ListQuery } from '../http/list-query';
import { asStored, type ListStatement, pageOfList } from '../http/list-statement';
import { notFound, unacceptableField } from '../http/problem';
import { SqlConditions } from '../http/sql-conditions';
import { Transactions } from '../http/transactions';
import { lockForChange } from '../http/version';
import { requireStaff } from '../users/require-staff';
import { pageOf } from '../http/page-of';
import {
  ACTION_CONDITIONS,
  COUNTED_ACTIONS,
  READ_ACTION,
  SELECT_ACTION,
  SELECT_DELETED_ACTION,
} from './action-list';
import type { ActionChangeDto, NewActionDto } from './follow-up-actions.dto';

const IS_VISIT_OF_SCHOOL = statement(
  'follow-up-actions.is-visit-of-school',
  (visitId: string, schoolId: string) => sql`
  SELECT 1 FROM visits WHERE id = ${visitId} AND school_id = ${schoolId}`,
);

@Injectable()
export class FollowUpActionsService {
  constructor(
    @InjectDataSource() private readonly dataSource: DataSource,
    private readonly transactions: Transactions,
    private readonly clock: Clock,
    private readonly jobs: JobQueue,
  ) {}

  list(query: ListQuery<typeof ACTION_LIST>): Promise<Page<FollowUpAction>> {
    return pageOfList(this.dataSource, this.listed(query), query);
  }

  /** What the list reads. */
  listed(query: ListQuery<typeof ACTION_LIST>): ListStatement<FollowUpAction> {
    const conditions = new SqlConditions().add(onRecord('a'), false);
    addFilters(conditions, ACTION_CONDITIONS, query.filter, { today: this.clock.today() });
    return {
      select: SELECT_ACTION,
      counted: COUNTED_ACTIONS,
      conditions,
      order: query.order,
      rows: asStored,
    };
  }

  /** @throws 404 */
  async get(id: string, manager: EntityManager = this.dataSource.manager): Promise<FollowUpAction> {
    const action = await READ_ACTION.row(manager, id);
    if (!action) throw notFound('the action');
    return action;
  }

  create(user: SignedInUser, input: NewActionDto): Promise<FollowUpAction> {
    return this.write(async (manager) => {
      await requireWriteAtSchool(manager, user, input.schoolId);
      await requireStaff(manager, 'ownerId', input.ownerId);
      await requireVisitOfSchool(manager, input.visitId, input.schoolId);
      const action = manager.create(FollowUpActionEntity, {
        ...input,
        status: input.status ?? 'open',
      });
      await this.save(manager, user, action, { status: 'open', ownerId: null });
      return this.get(action.id, manager);
    });
  }

  change(user: SignedInUser, id: string, sent: ActionChangeDto): Promise<FollowUpAction> {
    const { version, ...input } = sent;
    return this.write(async (manager) => {
      const action = await this.lock(manager, user, id, { version, ownersToo: true });
      refuseOtherChanges(sent, await this.get(id, manager));
      const before = { status: action.status, ownerId: action.ownerId };
      if (input.ownerId !== before.ownerId) await requireStaff(manager, 'ownerId', input.ownerId);
      // What was not sent stands as undefined in the body and is left as it is.
      const given = Object.entries(input).filter(([, value]) => value !== undefined);
      await this.save(manager, user, Object.assign(action, Object.fromEntries(given)), before);
      return this.get(id, manager);
    });
  }

  /**
   * Takes an action that its school's team is about to change.
   *
   * @param ownersToo or whoever owns it, wherever its school has gone
   * @throws 404; 403 not theirs; 409 with the action as it is now
   */
  async lock(
    manager: EntityManager,
    user: SignedInUser,
    id: string,
    { version, ownersToo = false }: { version?: number; ownersToo?: boolean },
  ): Promise<FollowUpActionEntity> {
    const present = () => this.get(id, manager);
    const what = 'the action';
    const action = await lockForChange(manager, FollowUpActionEntity, id, {
      what,
      version,
      present,
    });
    const isOwn = ownersToo && mayChangeAction(user, { regionId: null, ownerId: action.ownerId });
    if (!isOwn) await requireWriteAtSchool(manager, user, action.schoolId);
    return action;
  }

  /** @throws 404; 403 elsewhere than in one's regions; 409 with the action as it is now */
  remove(user: SignedInUser, id: string, version?: number): Promise<FollowUpAction> {
    return this.write(async (manager) => {
      const action = await this.lock(manager, user, id, { version });
      const shown = await this.get(id, manager);
      await putInBin(manager, FollowUpActionEntity, action, user);
      return shown;
    });
  }

  async bin(query: ListQuery<typeof BIN_LIST>): Promise<Page<DeletedAction>> {
    const conditions = binConditions('a', query.filter);
    const select = SELECT_DELETED_ACTION.write();
    const page = await pageOf<BinRow<DeletedAction>>(
      this.dataSource,
      { select, conditions, order: query.order },
      query,
    );
    return { ...page, rows: page.rows.map(asInBin) as unknown as DeletedAction[] };
  }

  /** @throws 404 gone for good; 403 elsewhere than in one's regions; 409 not deleted */
  restore(user: SignedInUser, id: string): Promise<FollowUpAction> {
    return this.write(async (manager) => {
      await takeFromBin(manager, FollowUpActionEntity, id, {
        what: 'the action',
        mayRestore: (action) => requireWriteAtSchool(manager, user, action.schoolId),
      });
      return this.get(id, manager);
    });
  }

  /**
   * Where every action is written that somebody adds or changes: with who closed it and when.
   */
  private async save(
    manager: EntityManager,
    user: SignedInUser,
    action: FollowUpActionEntity,
    before: Pick<FollowUpActionEntity, 'status' | 'ownerId'>,
  ): Promise<void> {
    const { closedAt = null, closedById = null, status } = action;
    const by = { at: new Date(), userId: user.id };
    Object.assign(
      action,
      closingAfter({ status: before.status, closedAt, closedById }, status, by),
    );
    const saved = await manager.save(FollowUpActionEntity, action);
    await queueActionMail(manager, saved, { ownerBefore: before.ownerId, byId: user.id });
  }

  private async write<T>(work: (manager: EntityManager) => Promise<T>): Promise<T> {
    const answer = await this.transactions.write(work);
    await this.jobs.nudge('refresh-priority-scores', {});
    await this.jobs.nudge('send-mails', {});
    return answer;
  }
}

async function requireVisitOfSchool(
  manager: EntityManager,
  visitId: string | null | undefined,
  schoolId: string,
): Promise<void> {
  if (visitId == null) return;
  if (await IS_VISIT_OF_SCHOOL.row(manager, visitId, schoolId)) return;
  throw unacceptableField('visitId', 'The visit is not one at this school.');
}
