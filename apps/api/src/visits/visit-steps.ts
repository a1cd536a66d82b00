import { Injectable } from '@nestjs/common';
import type { Visit } from '@tracker/contract';
import {
  forbiddenTransitionSentence,
  nextVisitStatus,
  TELL_OF_MOVE_AFTER,
  type VisitCommand,
  visitEventKind,
  type VisitWarningKey,
} from '@tracker/domain';
import { JobQueue, queueVisitMail } from '@tracker/work';
import { planOf } from '@tracker/data';
import type { EntityManager } from 'typeorm';
import { requireWrite, type Writer, writerId } from '../auth/access';
import { conflict } from '../http/problem';
import { Transactions } from '../http/transactions';
import { closeActionOfVisit } from './close-action-of-visit';
import { lockVisit } from './lock-visit';
import { saveStep, type VisitInStep } from './save-step';
import { VisitsService } from './visits.service';

export interface VisitStep {
  user: Writer;
  id: string;
  command: VisitCommand;
  version?: number;
  /** Where the visit was when the person saw it; not asked about when left out. */
  schoolId?: string;
  /** Why, for the visit's history. */
  why?: string | null;
  cancelledBy?: 'school' | 'hub';
}

type ApplyStep = (manager: EntityManager, visit: VisitInStep) => Promise<VisitWarningKey[] | void>;

/**
 * One step in the life of a visit: allowed by the domain, written in one transaction with its place
 * in the visit's history, ranked anew.
 */
@Injectable()
export class VisitSteps {
  constructor(
    private readonly visits: VisitsService,
    private readonly transactions: Transactions,
    private readonly jobs: JobQueue,
  ) {}

  /**
   * `apply` changes the visit and writes what belongs to the step; it gives the warnings the step
   * goes ahead against, if there can be any.
   * @throws 404, 403 elsewhere than in one's regions, 409 when overtaken or forbidden by the state
   */
  async take(step: VisitStep, apply: ApplyStep): Promise<Visit> {
    const visit = await this.transactions.write((manager) => this.takeIn(manager, step, apply));
    await this.nudge();
    if (step.command === 'schedule') await this.jobs.nudge('send-mails', {}, TELL_OF_MOVE_AFTER);
    return visit;
  }

  /** What a step may have left to do; say it once its transaction has committed. */
  async nudge(): Promise<void> {
    await Promise.all([
      this.jobs.nudge('refresh-priority-scores', {}),
      this.jobs.nudge('send-mails', {}),
    ]);
  }

  /** The same as a part of something larger, whose transaction and nudge are the caller's. */
  async takeIn(
    manager: EntityManager,
    { user, id, command, version, schoolId, why, cancelledBy }: VisitStep,
    apply: ApplyStep,
  ): Promise<Visit> {
    const present = () => this.visits.get(id, manager);
    const locked = await lockVisit(manager, id, { version, present });
    const visit: VisitInStep = locked.visit;
    // Before the right to write there: it is about another school than the person thinks.
    if (schoolId != null && schoolId !== visit.schoolId) {
      const current = await present();
      throw conflict(`This visit has gone to ${current.schoolName} in the meantime.`, current);
    }
    requireWrite(user, locked.regionId);
    const status = nextVisitStatus(visit.status, command);
    if (status === null) {
      throw conflict(forbiddenTransitionSentence(visit.status, command), await present());
    }
    const before = planOf(visit);
    visit.status = status;
    const overrode = (await apply(manager, visit)) ?? [];
    const kind = visitEventKind(command, before.scheduledOn);
    await saveStep(manager, visit, {
      kind,
      byId: writerId(user),
      why,
      cancelledBy,
      before,
      overrode,
    });
    await queueVisitMail(manager, { visitId: id, change: kind });
    if (command === 'complete' && locked.isOfAction && user !== 'school') {
      await closeActionOfVisit(manager, id, user.id);
    }
    return present();
  }
}
