import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { FollowUpAction, SignedInUser } from '@tracker/contract';
import { Clock, FollowUpActionEntity, JobQueue, markStale } from '@tracker/server';
import type { DataSource, EntityManager } from 'typeorm';
import { requireWriteAtSchool } from '../auth/access';
import type { Page } from '../http/list-answer';
import type { ListQuery, ListSpec } from '../http/list-query';
import { pageOf } from '../http/page-of';
import { notFound, unacceptableField } from '../http/problem';
import { SqlConditions } from '../http/sql-conditions';
import { Transactions } from '../http/transactions';
import { lockForChange } from '../http/version';
import { requireStaff } from '../users/require-staff';
import {
  ACTION_PRIORITIES,
  ACTION_STATUSES,
  type ActionChangeDto,
  type NewActionDto,
} from './follow-up-actions.dto';

export const ACTION_LIST: ListSpec = {
  filters: {
    id: 'uuids',
    schoolId: 'uuid',
    withPredecessors: 'boolean',
    visitId: 'uuid',
    ownerId: 'uuid',
    regionId: 'uuids',
    status: ACTION_STATUSES,
    priority: ACTION_PRIORITIES,
    overdue: 'boolean',
  },
  sorts: {
    id: 'a.id',
    dueOn: 'a.due_on',
    title: 'a.title',
    status: 'a.status',
    priority: `array_position(ARRAY['high', 'normal', 'low'], a.priority)`,
    schoolName: 's.name COLLATE "und-x-icu"',
    createdAt: 'a.created_at',
  },
  defaultOrder: 'a.due_on ASC NULLS LAST',
  tieBreak: 'a.id',
};

const SELECT = `
  SELECT a.id, a.version, a.created_at AS "createdAt", a.updated_at AS "updatedAt",
    a.school_id AS "schoolId", s.name AS "schoolName", a.visit_id AS "visitId", a.title, a.detail,
    a.owner_id AS "ownerId", u.name AS "ownerName", a.due_on AS "dueOn", a.priority, a.status
  FROM follow_up_actions a
  JOIN schools s ON s.id = a.school_id
  LEFT JOIN users u ON u.id = a.owner_id`;

@Injectable()
export class FollowUpActionsService {
  constructor(
    @InjectDataSource() private readonly dataSource: DataSource,
    private readonly transactions: Transactions,
    private readonly clock: Clock,
    private readonly jobs: JobQueue,
  ) {}

  list(query: ListQuery): Promise<Page<FollowUpAction>> {
    const {
      id,
      schoolId,
      withPredecessors,
      visitId,
      ownerId,
      regionId,
      status,
      priority,
      overdue,
    } = query.filter;
    const conditions = new SqlConditions();
    if (id) conditions.add('a.id = ANY (?::uuid[])', id);
    if (schoolId && withPredecessors) {
      conditions.add(
        'a.school_id IN (SELECT ancestor_id FROM school_lineage WHERE school_id = ?)',
        schoolId,
      );
    } else if (schoolId) conditions.add('a.school_id = ?', schoolId);
    if (visitId) conditions.add('a.visit_id = ?', visitId);
    if (ownerId) conditions.add('a.owner_id = ?', ownerId);
    if (regionId) conditions.add('s.region_id = ANY (?::uuid[])', regionId);
    if (status) conditions.add('a.status = ANY (?::text[])', status);
    if (priority) conditions.add('a.priority = ANY (?::text[])', priority);
    if (overdue !== undefined) {
      const late = `(a.status IN ('open', 'in_progress') AND coalesce(a.due_on < ?::date, false))`;
      conditions.add(overdue ? late : `NOT ${late}`, this.clock.today());
    }
    return pageOf<FollowUpAction>(this.dataSource, SELECT, conditions, query);
  }

  /** @throws 404 */
  async get(id: string, manager: EntityManager = this.dataSource.manager): Promise<FollowUpAction> {
    const [action]: FollowUpAction[] = await manager.query(`${SELECT} WHERE a.id = $1`, [id]);
    if (!action) throw notFound('the action');
    return action;
  }

  create(user: SignedInUser, input: NewActionDto): Promise<FollowUpAction> {
    return this.write(async (manager) => {
      await requireWriteAtSchool(manager, user, input.schoolId);
      await requireStaff(manager, 'ownerId', input.ownerId);
      await requireVisitOfSchool(manager, input.visitId, input.schoolId);
      const { id } = await manager.save(
        FollowUpActionEntity,
        manager.create(FollowUpActionEntity, input),
      );
      await markStale(manager, [input.schoolId]);
      return this.get(id, manager);
    });
  }

  change(
    user: SignedInUser,
    id: string,
    { version, ...input }: ActionChangeDto,
  ): Promise<FollowUpAction> {
    return this.write(async (manager) => {
      const present = () => this.get(id, manager);
      const action = await lockForChange(manager, FollowUpActionEntity, id, {
        what: 'the action',
        version,
        present,
      });
      await requireWriteAtSchool(manager, user, action.schoolId);
      if (input.ownerId !== action.ownerId) await requireStaff(manager, 'ownerId', input.ownerId);
      await manager.save(FollowUpActionEntity, Object.assign(action, input));
      await markStale(manager, [action.schoolId]);
      return this.get(id, manager);
    });
  }

  private async write<T>(work: (manager: EntityManager) => Promise<T>): Promise<T> {
    const answer = await this.transactions.write(work);
    await this.jobs.nudge('refresh-priority-scores', {});
    return answer;
  }
}

async function requireVisitOfSchool(
  manager: EntityManager,
  visitId: string | null | undefined,
  schoolId: string,
): Promise<void> {
  if (visitId == null) return;
  const [visit]: unknown[] = await manager.query(
    'SELECT 1 FROM visits WHERE id = $1 AND school_id = $2',
    [visitId, schoolId],
  );
  if (!visit) throw unacceptableField('visitId', 'The visit is not one at this school.');
}
