import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { MAX_PAGE, type SignedInUser, type VisitPlanAcceptance } from '@tracker/contract';
import { formatDay, type StaleKey, staleSentence, type VisitWarningKey } from '@tracker/domain';
import { openPlanLine, VisitPlanEntity } from '@tracker/data';
import { Clock, JobQueue } from '@tracker/work';
import type { DataSource, EntityManager } from 'typeorm';
import { readListQuery } from '../http/list-query';
import { pageOf } from '../http/page-of';
import { conflict, notFound, ProblemException, unacceptableField } from '../http/problem';
import { idempotentRequest, Transactions } from '../http/transactions';
import { refuseStale } from '../http/version';
import { VisitLifeService } from '../visits/visit-life.service';
import { VisitsService } from '../visits/visits.service';
import {
  ACCEPT_LINE,
  HAND_OVER_LINE,
  LINE_TO_ACCEPT,
  LOCK_TOUCHED,
  SHARE_PLAN,
  WARNING_OF_RULE,
} from './visit-plan-line.queries';
import {
  lineConditions,
  SELECT_LINE,
  type StoredLine,
  VISIT_PLAN_LINE_SPEC,
} from './visit-plan-line-list';
import type { AcceptVisitPlanDto } from './visit-plan-lines.dto';
import { getVisitPlan } from './visit-plan-list';

type Accepted = VisitPlanAcceptance['accepted'][number];
type Refused = VisitPlanAcceptance['refused'][number];

/** A line that cannot be a visit, and why. */
class RefusedLine extends Error {
  constructor(
    readonly key: string,
    message: string,
  ) {
    super(message);
  }
}

/** That a school has a visit in the cycle, the plan has weighed; a visit that waits for a day gets this one. */
const KNOWN_TO_PLAN: readonly VisitWarningKey[] = ['already_covered'];

/** Lines become visits: one transaction each, so that what is refused leaves the others be. */
@Injectable()
export class VisitPlanAcceptanceService {
  constructor(
    @InjectDataSource() private readonly dataSource: DataSource,
    private readonly transactions: Transactions,
    private readonly clock: Clock,
    private readonly jobs: JobQueue,
    private readonly visits: VisitsService,
    private readonly life: VisitLifeService,
  ) {}

  /** @throws 404; 409 overtaken, or no plan of the year; 422 where it is not said which lines */
  async accept(
    user: SignedInUser,
    planId: string,
    asked: AcceptVisitPlanDto,
  ): Promise<VisitPlanAcceptance> {
    const { manager } = this.dataSource;
    const plan = await manager.findOneBy(VisitPlanEntity, { id: planId });
    if (!plan) throw notFound('the plan');
    const present = () => getVisitPlan(manager, planId);
    await refuseStale(plan, { what: 'the plan', version: asked.version, present });
    if (!plan.inUse) {
      const words = 'Only the plan of the year can be accepted. Use this one first.';
      throw conflict(words, await present());
    }
    if ((await present()).figures?.assumedDays && !asked.onAssumedDays) {
      const words = `The term dates of ${plan.academicYear} are not known, so the days are assumed.`;
      throw unacceptableField('onAssumedDays', `${words} Say that they will do.`);
    }
    const lineIds = await this.linesAsked(user, planId, asked);
    const accepted: Accepted[] = [];
    const refused: Refused[] = [];
    for (const lineId of lineIds) {
      const result = await this.acceptOne(user, planId, lineId);
      if ('visitId' in result) accepted.push(result);
      else refused.push(result);
    }
    if (accepted.length > 0) await this.jobs.nudge('refresh-priority-scores', {});
    // The answer is kept under the request's key by itself: the lines were kept one by one.
    return this.transactions.write(async () => ({ accepted, refused }));
  }

  private async linesAsked(
    user: SignedInUser,
    planId: string,
    { lineIds, filter }: AcceptVisitPlanDto,
  ): Promise<string[]> {
    if ((lineIds === undefined) === (filter === undefined)) {
      throw unacceptableField('lineIds', 'Say which lines, by their ids or by a filter.');
    }
    if (lineIds) return [...new Set(lineIds)];
    const raw = { filter: JSON.stringify({ ...filter, planId }), range: `[0,${MAX_PAGE - 1}]` };
    const query = readListQuery(raw, VISIT_PLAN_LINE_SPEC);
    const conditions = lineConditions(query.filter, user).add(openPlanLine());
    const list = { select: SELECT_LINE, conditions, order: query.order };
    const page = await pageOf<StoredLine>(this.dataSource, list, query);
    return page.rows.map(({ id }) => id);
  }

  private async acceptOne(
    user: SignedInUser,
    planId: string,
    lineId: string,
  ): Promise<Accepted | Refused> {
    try {
      const visitId = await idempotentRequest.exit(() =>
        this.transactions.write((manager) => this.acceptIn(manager, user, planId, lineId)),
      );
      return { lineId, visitId };
    } catch (error) {
      if (error instanceof RefusedLine) {
        return { lineId, key: error.key, message: error.message };
      }
      if (!(error instanceof ProblemException)) throw error;
      const key = error.extras.warnings?.[0]?.key ?? error.extras.errors?.[0]?.field ?? 'conflict';
      return { lineId, key, message: error.detail };
    }
  }

  /** @throws RefusedLine, ProblemException */
  private async acceptIn(
    manager: EntityManager,
    user: SignedInUser,
    planId: string,
    lineId: string,
  ): Promise<string> {
    await SHARE_PLAN.run(manager, planId);
    const seen = await LINE_TO_ACCEPT.row(manager, lineId);
    if (seen?.planId !== planId) throw new RefusedLine('line', 'The line is not of this plan.');
    await LOCK_TOUCHED.run(manager, lineId, seen.schoolId, [seen.visitorId]);
    const line = (await LINE_TO_ACCEPT.row(manager, lineId))!;
    if (line.status === 'accepted' && line.visitId !== null) return line.visitId;
    refuseUnfit(line, this.clock.today());
    const { schoolId, visitorId, date: scheduledOn, knowing, proposedVisitId } = line;
    const known = knowing.flatMap((rule) => WARNING_OF_RULE[rule] ?? []);
    const accepting = [...new Set([...KNOWN_TO_PLAN, ...known])];
    await HAND_OVER_LINE.run(manager, lineId);
    const plan = { scheduledOn, visitorId, accepting };
    const visit = proposedVisitId
      ? await this.life.scheduleIn(manager, user, proposedVisitId, plan)
      : await this.visits.createIn(manager, user, { ...plan, schoolId });
    await ACCEPT_LINE.run(manager, lineId, visit.id);
    return visit.id;
  }
}

/** @throws RefusedLine */
function refuseUnfit(
  line: { status: string; staleBecause: string | null; date: string; inUse: boolean },
  today: string,
): void {
  const { status, staleBecause, date, inUse } = line;
  if (!inUse) throw new RefusedLine('superseded', 'Another plan has taken the place of this one.');
  if (status === 'dropped') throw new RefusedLine('dropped', 'The line was left out by hand.');
  if (status === 'stale') {
    const key = staleBecause as StaleKey;
    throw new RefusedLine(key, staleSentence(key));
  }
  if (date < today) throw new RefusedLine('horizon', `${formatDay(date)} has passed.`);
}
