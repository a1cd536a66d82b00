import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { PLAN_LOOK_LIST, PlanLook, SignedInUser } from '@tracker/contract';
import { MusicDevelopmentPlanEntity } from '@tracker/data';
import { Clock, JobQueue } from '@tracker/work';
import type { DataSource, EntityManager } from 'typeorm';
import { requireWriteAtSchool } from '../auth/access';
import { addFilters } from '../http/filter-conditions';
import type { Page } from '../http/list-answer';
import type { ListQuery } from '../http/list-query';
import { pageOf } from '../http/page-of';
import { unacceptable, unacceptableField } from '../http/problem';
import { SqlConditions } from '../http/sql-conditions';
import { Transactions } from '../http/transactions';
import { type CheckedPlan, checkedPlan } from './checked-plan';
import { LOOK_CONDITIONS } from './plan-lists';
import {
  COUNTED_LOOKS,
  KEEP_LOOK,
  LOOK_OF_THE_DAY,
  MARK_GONE,
  READ_LOOK,
  SELECT_LOOK,
} from './plan.queries';
import type { NewPlanLookDto } from './plans.dto';

/** Who looked for whose plan, and what they came back with (rule 20). */
@Injectable()
export class PlanLooksService {
  constructor(
    @InjectDataSource() private readonly dataSource: DataSource,
    private readonly transactions: Transactions,
    private readonly jobs: JobQueue,
    private readonly clock: Clock,
  ) {}

  list(query: ListQuery<typeof PLAN_LOOK_LIST>): Promise<Page<PlanLook>> {
    const conditions = addFilters(new SqlConditions(), LOOK_CONDITIONS, query.filter);
    const list = { select: SELECT_LOOK, counted: COUNTED_LOOKS, conditions, order: query.order };
    return pageOf<PlanLook>(this.dataSource, list, query);
  }

  /**
   * A plan that was found is on record as seen from then on; at an address that is gone nothing else
   * changes. Looking again the same day takes the first look's place, and what it said of an address.
   *
   * @throws 404 no such school; 403 not theirs to change; 422 naming the field
   */
  async look(user: SignedInUser, sent: NewPlanLookDto): Promise<PlanLook> {
    const { schoolId, result } = sent;
    const today = this.clock.today();
    const found = this.found(sent);
    const look = await this.transactions.write(async (manager) => {
      await requireWriteAtSchool(manager, user, schoolId);
      const earlier = await LOOK_OF_THE_DAY.row(manager, schoolId, today, user.id);
      if (earlier?.result === 'gone') await MARK_GONE.rows(manager, schoolId, null, today);
      if (result === 'gone') {
        const marked = await MARK_GONE.rows(manager, schoolId, today, today);
        if (marked.length === 0) {
          throw unacceptableField('result', 'No address of a plan is on record for this school.');
        }
      }
      if (found) await this.keepSeen(manager, user, schoolId, found);
      const kept = await KEEP_LOOK.one(manager, { schoolId, on: today, byId: user.id, result });
      return READ_LOOK.one(manager, kept.id);
    });
    await this.jobs.nudge('refresh-priority-scores', {});
    return look;
  }

  /** @throws 422 where a plan was found and it does not say where or for when, or none was and it does */
  private found({ result, academicYears, address }: NewPlanLookDto): CheckedPlan | null {
    if (result !== 'found') {
      if (academicYears === undefined && !address) return null;
      const message = 'Only a plan that was found has academic years and an address.';
      throw unacceptableField(address ? 'address' : 'academicYears', message);
    }
    if (!address) {
      throw unacceptable([{ field: 'address', message: 'Give the address of the plan.' }]);
    }
    return checkedPlan({ academicYears: academicYears ?? [], address }, this.clock.today());
  }

  /** One seen plan a school and first year: found again, it has this address and these years. */
  private async keepSeen(
    manager: EntityManager,
    user: SignedInUser,
    schoolId: string,
    found: CheckedPlan,
  ): Promise<void> {
    const { academicYear } = found;
    const present = await manager.findOne(MusicDevelopmentPlanEntity, {
      where: { schoolId, academicYear, knownFrom: 'seen' },
      lock: { mode: 'pessimistic_write' },
    });
    const row =
      present ?? manager.create(MusicDevelopmentPlanEntity, { schoolId, knownFrom: 'seen' });
    Object.assign(row, found, { goneOn: null, recordedById: user.id });
    await manager.save(MusicDevelopmentPlanEntity, row);
  }
}
