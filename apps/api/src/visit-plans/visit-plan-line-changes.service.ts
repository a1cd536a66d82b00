import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import {
  reachOf,
  type SignedInUser,
  type VisitPlanDay,
  type VisitPlanLine,
} from '@tracker/contract';
import {
  bestDays,
  brokenRules,
  explainLine,
  type PlanLine,
  PlanView,
  type RuleKey,
  RULE_KEYS,
  ruleSentence,
} from '@tracker/domain';
import { VisitPlanEntity, VisitPlanLineEntity } from '@tracker/data';
import { Clock } from '@tracker/work';
import type { DataSource, EntityManager } from 'typeorm';
import { requireWrite } from '../auth/access';
import { conflict, ProblemException, unacceptableField } from '../http/problem';
import { Transactions } from '../http/transactions';
import { lockForChange } from '../http/version';
import { type PlanAtHand, readPlan } from './plan-at-hand';
import {
  EXPLAIN_LINE,
  LOCK_TOUCHED,
  PLACE_LINE,
  REFRESH_TOUCHED,
  SET_LINE,
} from './visit-plan-line.queries';
import { getLine } from './visit-plan-line-list';
import type { VisitPlanLineChangeDto } from './visit-plan-lines.dto';

/** How many lines a plan has is not a matter of where one of them goes. */
const NOT_OF_A_MOVE: readonly string[] = ['wanted', 'twice'];

/** Moves, locks and drops lines of a plan, and says where they could go. */
@Injectable()
export class VisitPlanLineChangesService {
  constructor(
    @InjectDataSource() private readonly dataSource: DataSource,
    private readonly transactions: Transactions,
    private readonly clock: Clock,
  ) {}

  /** The ten best days for a line, beside all others of its plan. @throws 404; 403 */
  async days(user: SignedInUser, id: string): Promise<VisitPlanDay[]> {
    const { manager } = this.dataSource;
    const line = await getLine(manager, id, user);
    const plan = await manager.findOneByOrFail(VisitPlanEntity, { id: line.planId });
    const { view, schoolIds } = await readPlan(manager, plan, this.clock.today());
    return bestDays(view.problem, view.plan, line.urn, view).map(({ withUrns, ...day }) => ({
      ...day,
      visitorName: view.visitors.get(day.visitorId)!.name,
      withSchoolIds: withUrns.flatMap((urn) => schoolIds.get(urn) ?? []),
    }));
  }

  /** @throws 404; 403; 409 overtaken, or a visit already; 422 with the rules that it would break */
  change(user: SignedInUser, id: string, change: VisitPlanLineChangeDto): Promise<VisitPlanLine> {
    return this.transactions.write(async (manager) => {
      const line = await getLine(manager, id, user);
      requireWrite(user, line.regionId);
      const visitorIds = [...new Set([line.visitorId, change.visitorId ?? line.visitorId])];
      await LOCK_TOUCHED.run(manager, id, line.schoolId, visitorIds);
      const present = () => getLine(manager, id, user);
      const locked = await lockForChange(manager, VisitPlanLineEntity, id, {
        ...{ what: 'the line', version: change.version, present },
      });
      const plan = await manager.findOneByOrFail(VisitPlanEntity, { id: line.planId });
      if (plan.status !== 'ready') {
        throw conflict('Another plan has taken the place of this one.', await present());
      }
      if (locked.visitId !== null) {
        throw conflict('This line is a visit. Move or cancel the visit itself.', await present());
      }
      await this.apply(manager, user, { plan, locked, line, change });
      await REFRESH_TOUCHED.run(manager, line.schoolId, visitorIds);
      return present();
    });
  }

  private async apply(manager: EntityManager, user: SignedInUser, at: Changing): Promise<void> {
    const { locked, change } = at;
    const status = change.status ?? (locked.status === 'dropped' ? 'dropped' : 'proposed');
    const isLocked = change.locked ?? locked.lockedById !== null;
    const lockedById = isLocked ? (locked.lockedById ?? user.id) : null;
    const isBack = status === 'proposed' && locked.status === 'dropped';
    const isMoved = change.date !== undefined || change.visitorId !== undefined;
    const isOut = status === 'dropped' && locked.status !== 'dropped';
    if (status === 'dropped' && isMoved) {
      throw unacceptableField('status', 'A line that is left out has no day.');
    }
    const before = isMoved || isBack || isOut ? await this.read(manager, at) : null;
    if (isBack) await refuseSecondLine(manager, locked);
    await SET_LINE.run(manager, locked.id, status, lockedById);
    if (before && isOut) await explainOthers(manager, before, before.view, at.line, null);
    if (before && !isOut) await place(manager, user, before, at);
  }

  private read(manager: EntityManager, { plan }: Changing): Promise<PlanAtHand> {
    return readPlan(manager, plan, this.clock.today());
  }
}

interface Changing {
  plan: VisitPlanEntity;
  locked: VisitPlanLineEntity;
  line: VisitPlanLine;
  change: VisitPlanLineChangeDto;
}

async function refuseSecondLine(
  manager: EntityManager,
  { planId, schoolId }: VisitPlanLineEntity,
): Promise<void> {
  const lines = await manager.findBy(VisitPlanLineEntity, { planId, schoolId });
  if (lines.every(({ status }) => status === 'dropped')) return;
  throw conflict('The school has another line in this plan.');
}

/** @throws 422 */
async function place(
  manager: EntityManager,
  user: SignedInUser,
  before: PlanAtHand,
  { line, locked, change }: Changing,
): Promise<void> {
  const { problem } = before.view;
  const { urn } = line;
  const at: PlanLine = {
    ...{ urn, date: change.date ?? line.date },
    visitorId: change.visitorId ?? line.visitorId,
  };
  if (!before.view.schools.has(urn)) {
    throw unacceptableField('status', 'The school is not in the plan any longer.');
  }
  if (!before.view.visitors.has(at.visitorId)) {
    throw unacceptableField('visitorId', 'They look after no region, so they make no visits.');
  }
  const others = before.view.plan.filter((other) => other.urn !== urn);
  const broken = brokenRules(problem, [...others, at])
    .filter((one) => one.line === at)
    .flatMap(({ key }) => (isRule(key) && !NOT_OF_A_MOVE.includes(key) ? [key] : []));
  refuseBroken(user, broken, change);
  const view = new PlanView(problem, [...others, at]);
  const explained = explainLine(view, at);
  await PLACE_LINE.run(manager, { ...explained, id: locked.id, knowing: broken });
  await explainOthers(manager, before, view, line, at);
}

const isRule = (key: string): key is RuleKey => (RULE_KEYS as readonly string[]).includes(key);

/**
 * A person may break rules knowingly; that a visitor goes to another region is the Head's to say.
 *
 * @throws 422 with the rules that nobody has accepted
 */
function refuseBroken(
  user: SignedInUser,
  broken: readonly RuleKey[],
  { accepting = [], visitorId }: VisitPlanLineChangeDto,
): void {
  const mayAccept = (key: RuleKey) =>
    accepting.includes(key) && (key !== 'region' || reachOf(user, 'schoolRecords') === 'all');
  const rules = broken
    .filter((key) => !mayAccept(key))
    .map((key) => ({ key, message: ruleSentence(key) }));
  if (rules.length === 0) return;
  const field = visitorId === undefined ? 'date' : 'visitorId';
  const errors = rules.map(({ message }) => ({ field, message }));
  const detail = rules.map(({ message }) => message).join(' ');
  throw new ProblemException(422, detail, { errors, rules });
}

/** The lines of a day that has lost or got a school have another way, and other company, now. */
async function explainOthers(
  manager: EntityManager,
  before: PlanAtHand,
  after: PlanView,
  from: Pick<VisitPlanLine, 'urn' | 'date' | 'visitorId'>,
  to: PlanLine | null,
): Promise<void> {
  const { problem, plan } = after;
  const view =
    to === null
      ? new PlanView(
          problem,
          plan.filter(({ urn }) => urn !== from.urn),
        )
      : after;
  const days = [from, ...(to ? [to] : [])];
  const touched = new Set(
    days.flatMap(({ urn, date, visitorId }) =>
      view.companions({ urn, date, visitorId }).map((other) => other.urn),
    ),
  );
  for (const urn of touched) {
    const line = before.lines.get(urn);
    if (!line) continue;
    const { km, why } = explainLine(view, { urn, date: line.date, visitorId: line.visitorId });
    await EXPLAIN_LINE.run(manager, line.id, { km, why });
  }
}
