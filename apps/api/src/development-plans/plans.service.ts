import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import {
  type MUSIC_DEVELOPMENT_PLAN_LIST,
  type MusicDevelopmentPlan,
  type SchoolDevelopment,
  type SignedInUser,
} from '@tracker/contract';
import { type KnownFrom, planStanding } from '@tracker/domain';
import { getHubSettings, MusicDevelopmentPlanEntity, planRecordOf } from '@tracker/data';
import { Clock, JobQueue } from '@tracker/work';
import type { DataSource, EntityManager } from 'typeorm';
import { requireWriteAtSchool } from '../auth/access';
import { refuseOtherChanges } from '../http/echoed-fields';
import { addFilters } from '../http/filter-conditions';
import type { Page } from '../http/list-answer';
import type { ListQuery } from '../http/list-query';
import { pageOf } from '../http/page-of';
import { conflict, notFound, unacceptableField } from '../http/problem';
import { SqlConditions } from '../http/sql-conditions';
import { Transactions } from '../http/transactions';
import { lockForChange } from '../http/version';
import { type CheckedPlan, checkedPlan } from './checked-plan';
import { DOCUMENTS_OF_SCHOOL } from './documents/document.queries';
import { PLAN_CONDITIONS } from './plan-lists';
import {
  COUNTED_PLANS,
  LOOKS_OF_SCHOOL,
  PLANS_OF_SCHOOL,
  READ_PLAN,
  RECORD_OF_SCHOOL,
  SELECT_PLAN,
} from './plan.queries';
import type { NewPlanDto, PlanChangeDto } from './plans.dto';

/** Plans that somebody has seen or was told of (rule 17). */
@Injectable()
export class PlansService {
  constructor(
    @InjectDataSource() private readonly dataSource: DataSource,
    private readonly transactions: Transactions,
    private readonly jobs: JobQueue,
    private readonly clock: Clock,
  ) {}

  list(query: ListQuery<typeof MUSIC_DEVELOPMENT_PLAN_LIST>): Promise<Page<MusicDevelopmentPlan>> {
    const conditions = addFilters(new SqlConditions(), PLAN_CONDITIONS, query.filter);
    const list = { select: SELECT_PLAN, counted: COUNTED_PLANS, conditions, order: query.order };
    return pageOf<MusicDevelopmentPlan>(this.dataSource, list, query);
  }

  /** @throws 404 */
  async get(
    id: string,
    manager: EntityManager = this.dataSource.manager,
  ): Promise<MusicDevelopmentPlan> {
    const plan = await READ_PLAN.row(manager, id);
    if (!plan) throw notFound('the plan');
    return plan;
  }

  /** @throws 404 no such school */
  async ofSchool(schoolId: string): Promise<SchoolDevelopment> {
    const { manager } = this.dataSource;
    const record = await RECORD_OF_SCHOOL.row(manager, schoolId);
    if (!record) throw notFound('the school');
    const today = this.clock.today();
    const { planRules, fetchPlans } = await getHubSettings(manager);
    const { state, sentence } = planStanding(planRecordOf(record, today), today, planRules);
    const plans = await PLANS_OF_SCHOOL.rows(manager, schoolId);
    return {
      ...{ state, sentence },
      plans: plans.map(({ counts: _, ...plan }) => plan),
      notCounting: plans.flatMap(({ id, counts }) => (counts ? [] : [id])),
      looks: await LOOKS_OF_SCHOOL.rows(manager, schoolId),
      documents: await DOCUMENTS_OF_SCHOOL.rows(manager, schoolId),
      mayBeFetched: fetchPlans && record.website !== null,
    };
  }

  /** @throws 422 naming the field; 409 with the plan that is on record already in `current` */
  create(user: SignedInUser, sent: NewPlanDto): Promise<MusicDevelopmentPlan> {
    const plan = checkedPlan(sent, this.clock.today());
    const { schoolId, knownFrom = 'seen' } = sent;
    return this.write(async (manager) => {
      await requireWriteAtSchool(manager, user, schoolId);
      const row = { ...plan, schoolId, knownFrom, recordedById: user.id, goneOn: null };
      await this.refuseSecond(manager, row);
      const made = manager.create(MusicDevelopmentPlanEntity, row);
      const { id } = await manager.save(MusicDevelopmentPlanEntity, made);
      return this.get(id, manager);
    });
  }

  /** @throws 422 naming the field; 409 somebody was quicker, or the years are another plan's */
  change(user: SignedInUser, id: string, sent: PlanChangeDto): Promise<MusicDevelopmentPlan> {
    return this.write(async (manager) => {
      const present = () => this.get(id, manager);
      const held = await lockForChange(manager, MusicDevelopmentPlanEntity, id, {
        ...{ what: 'the plan', version: sent.version, present },
      });
      await requireWriteAtSchool(manager, user, held.schoolId);
      refuseOtherChanges(sent, await present());
      const plan = checkedPlan({ knownOn: held.knownOn, ...sent }, this.clock.today());
      refuseOtherYears(held, plan);
      await this.refuseSecond(manager, { ...held, ...plan });
      // Another address may well lead somewhere.
      if (plan.url !== held.url) held.goneOn = null;
      await manager.save(MusicDevelopmentPlanEntity, Object.assign(held, plan));
      return present();
    });
  }

  /**
   * Takes a plan away that was typed wrongly; the trail keeps what it said.
   *
   * @throws 404; 409 with the plan as it is now in `current`, or where a document stands behind it
   */
  remove(user: SignedInUser, id: string, version?: number): Promise<MusicDevelopmentPlan> {
    return this.write(async (manager) => {
      const present = () => this.get(id, manager);
      const held = await lockForChange(manager, MusicDevelopmentPlanEntity, id, {
        ...{ what: 'the plan', version, present },
      });
      await requireWriteAtSchool(manager, user, held.schoolId);
      const plan = await present();
      if (plan.knownFrom === 'document') {
        throw conflict('A document stands behind this plan, so it cannot be removed.', plan);
      }
      await manager.delete(MusicDevelopmentPlanEntity, id);
      return plan;
    });
  }

  /** One plan a school, first year and way of knowing. @throws 409 */
  private async refuseSecond(
    manager: EntityManager,
    plan: { id?: string; schoolId: string; academicYear: string; knownFrom: KnownFrom },
  ): Promise<void> {
    const { schoolId, academicYear, knownFrom } = plan;
    const where = { schoolId, academicYear, knownFrom };
    const other = await manager.findOneBy(MusicDevelopmentPlanEntity, where);
    if (other === null || other.id === plan.id) return;
    const current = await this.get(other.id, manager);
    throw conflict(
      `A plan from ${academicYear} on is on record already. Change that one.`,
      current,
    );
  }

  private async write<T>(work: (manager: EntityManager) => Promise<T>): Promise<T> {
    const answer = await this.transactions.write(work);
    await this.jobs.nudge('refresh-priority-scores', {});
    return answer;
  }
}

/** @throws 422 where a document says which years its plan covers */
function refuseOtherYears(held: MusicDevelopmentPlanEntity, plan: CheckedPlan): void {
  if (held.knownFrom !== 'document') return;
  const { academicYear, lastAcademicYear } = plan;
  if (held.academicYear === academicYear && held.lastAcademicYear === lastAcademicYear) return;
  const message = 'A document says which years this plan covers. Correct them there.';
  throw unacceptableField('academicYears', message);
}
