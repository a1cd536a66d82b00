import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type {
  LEFT_OUT_LIST,
  LeftOutSchool,
  SignedInUser,
  VISIT_PLAN_LINE_LIST,
  VISIT_PLAN_LIST,
  VisitPlan,
  VisitPlanLine,
} from '@tracker/contract';
import { byDateAndUrn, fixedUrns, type PlanLine, type PlanProblem } from '@tracker/domain';
import {
  raw,
  sql,
  statement,
  takeLock,
  takeOverYear,
  VisitPlanEntity,
  VisitPlanProblemEntity,
} from '@tracker/data';
import type { DataSource } from 'typeorm';
import { addFilters } from '../http/filter-conditions';
import type { Page } from '../http/list-answer';
import type { ListQuery } from '../http/list-query';
import { asStored, pageOfList } from '../http/list-statement';
import { conflict, notFound } from '../http/problem';
import { SqlConditions } from '../http/sql-conditions';
import { Transactions } from '../http/transactions';
import { lockForChange } from '../http/version';
import { LEFT_OUT_CONDITIONS, SELECT_LEFT_OUT } from './left-out-list';
import {
  asLine,
  getLine,
  lineConditions,
  SELECT_LINE,
  type StoredLine,
} from './visit-plan-line-list';
import { getVisitPlan, SELECT_VISIT_PLAN, VISIT_PLAN_CONDITIONS } from './visit-plan-list';

const VISITS = statement(
  'visit-plans.visits',
  (id: string) => sql<PlanLine>`
  SELECT s.urn, l.date, l.visitor_id AS "visitorId"
  FROM visit_plan_lines l JOIN schools s ON s.id = l.school_id
  WHERE l.plan_id = ${id} AND l.status <> 'dropped'`,
);

/** Plans of a year's visits, their lines and whom they leave out. */
@Injectable()
export class VisitPlansService {
  constructor(
    @InjectDataSource() private readonly dataSource: DataSource,
    private readonly transactions: Transactions,
  ) {}

  list(query: ListQuery<typeof VISIT_PLAN_LIST>): Promise<Page<VisitPlan>> {
    const conditions = addFilters(new SqlConditions(), VISIT_PLAN_CONDITIONS, query.filter);
    const list = { select: SELECT_VISIT_PLAN, counted: raw('SELECT p.id FROM visit_plans p') };
    const { order } = query;
    const rows = asStored<VisitPlan>;
    return pageOfList<VisitPlan, VisitPlan>(
      this.dataSource,
      { ...list, conditions, order, rows },
      query,
    );
  }

  /** @throws 404 */
  get(id: string): Promise<VisitPlan> {
    return getVisitPlan(this.dataSource.manager, id);
  }

  /** @throws 404 */
  async leftOut(id: string, query: ListQuery<typeof LEFT_OUT_LIST>): Promise<Page<LeftOutSchool>> {
    await this.get(id);
    const conditions = addFilters(new SqlConditions(), LEFT_OUT_CONDITIONS, query.filter);
    conditions.add(sql`o.plan_id = ${id}`);
    const { order } = query;
    const list = { select: SELECT_LEFT_OUT, conditions, order, rows: asStored<LeftOutSchool> };
    return pageOfList<LeftOutSchool, LeftOutSchool>(this.dataSource, list, query);
  }

  /** Of a team those of its regions, of plans that were sent to it. */
  lines(
    query: ListQuery<typeof VISIT_PLAN_LINE_LIST>,
    user: SignedInUser,
  ): Promise<Page<VisitPlanLine>> {
    const conditions = lineConditions(query.filter, user);
    const { order } = query;
    const rows = (stored: StoredLine[]) => stored.map(asLine);
    const list = { select: SELECT_LINE, conditions, order, rows };
    return pageOfList<VisitPlanLine, StoredLine>(this.dataSource, list, query);
  }

  /** @throws 404 */
  line(id: string, user: SignedInUser): Promise<VisitPlanLine> {
    return getLine(this.dataSource.manager, id, user);
  }

  /**
   * A what-if becomes the plan of its year; what was accepted before stays accepted.
   *
   * @throws 404; 409 where it has changed, or is not ready
   */
  use(id: string, version: number | undefined): Promise<VisitPlan> {
    return this.transactions.write(async (manager) => {
      const { academicYear } = await getVisitPlan(manager, id);
      await takeLock(manager, 'visitPlansOfYear', academicYear);
      const present = () => getVisitPlan(manager, id);
      const plan = await lockForChange(manager, VisitPlanEntity, id, {
        ...{ what: 'the plan', version, present },
      });
      if (plan.status !== 'ready') {
        throw conflict('This plan cannot be used: it is not made, or was superseded.', plan);
      }
      if (!plan.inUse) await takeOverYear(manager, { id, academicYear });
      return present();
    });
  }

  /** What a plan was made of. @throws 404 */
  async problem(id: string): Promise<PlanProblem> {
    const { manager } = this.dataSource;
    await getVisitPlan(manager, id);
    const kept = await manager.findOneBy(VisitPlanProblemEntity, { planId: id });
    if (!kept) throw notFound('what this plan was made of');
    return kept.problem;
  }

  /** The plan file: what is proposed beside the visits of its problem, by date. @throws 404 */
  async visits(id: string): Promise<PlanLine[]> {
    const agreed = fixedUrns({ ...(await this.problem(id)), locked: [] });
    const lines = await VISITS.rows(this.dataSource, id);
    return lines.filter(({ urn }) => !agreed.has(urn)).sort(byDateAndUrn);
  }
}
