import { Injectable } from '@nestjs/common';
import type { SignedInUser, Visit } from '@tracker/contract';
import {
  checkVisitedOn,
  forbiddenTransitionSentence,
  nextVisitStatus,
  type VisitCommand,
} from '@tracker/domain';
import {
  Clock,
  FollowUpActionEntity,
  JobQueue,
  markStale,
  VisitEntity,
  VisitOutcomeEntity,
} from '@tracker/server';
import type { EntityManager } from 'typeorm';
import { requireWriteAtSchool } from '../auth/access';
import { conflict, unacceptableField } from '../http/problem';
import { Transactions } from '../http/transactions';
import { lockForChange } from '../http/version';
import { requireStaff } from '../users/require-staff';
import type {
  CancelVisitDto,
  LogVisitDto,
  MoveVisitDto,
  ScheduleVisitDto,
  VisitNotHeldDto,
} from './visits.dto';
import { VisitsService } from './visits.service';

interface Transition {
  user: SignedInUser;
  id: string;
  command: VisitCommand;
  version?: number;
}

/** The life of a visit: which step is allowed is the domain's to say, this writes it down. */
@Injectable()
export class VisitLifeService {
  constructor(
    private readonly visits: VisitsService,
    private readonly transactions: Transactions,
    private readonly clock: Clock,
    private readonly jobs: JobQueue,
  ) {}

  schedule(
    user: SignedInUser,
    id: string,
    { version, ...input }: ScheduleVisitDto,
  ): Promise<Visit> {
    return this.step({ user, id, command: 'schedule', version }, async (manager, visit) => {
      await requireStaff(manager, 'visitorId', input.visitorId);
      visit.scheduledOn = input.scheduledOn;
      if (input.startTime !== undefined) visit.startTime = input.startTime;
      if (input.visitorId !== undefined) visit.visitorId = input.visitorId;
    });
  }

  confirm(user: SignedInUser, id: string, version?: number): Promise<Visit> {
    return this.step({ user, id, command: 'confirm', version }, async () => undefined);
  }

  cancel(user: SignedInUser, id: string, { version, by, reason }: CancelVisitDto): Promise<Visit> {
    return this.step({ user, id, command: 'cancel', version }, async (_, visit) => {
      visit.cancelledBy = by;
      visit.cancelReason = reason.trim();
    });
  }

  notHeld(user: SignedInUser, id: string, { version, reason }: VisitNotHeldDto): Promise<Visit> {
    return this.step({ user, id, command: 'not_held', version }, async (_, visit) => {
      visit.notHeldReason = reason.trim();
    });
  }

  /** Writes outcome and actions and completes the visit, all or nothing. */
  log(user: SignedInUser, id: string, input: LogVisitDto): Promise<Visit> {
    const { version, visitedOn, metWith, summary, actions = [] } = input;
    return this.step({ user, id, command: 'complete', version }, async (manager, visit) => {
      const problem = checkVisitedOn(visitedOn, this.clock.today());
      if (problem) throw unacceptableField('visitedOn', problem);
      visit.visitedOn = visitedOn;
      visit.visitorId ??= user.id;
      await manager.insert(VisitOutcomeEntity, {
        visitId: id,
        metWith: metWith?.trim() || null,
        summary: summary.trim(),
        loggedById: user.id,
      });
      for (const [index, action] of actions.entries()) {
        await requireStaff(manager, `actions.${index}.ownerId`, action.ownerId);
      }
      const { schoolId } = visit;
      await manager.insert(
        FollowUpActionEntity,
        actions.map((action) => ({
          ...action,
          schoolId,
          visitId: id,
          ownerId: action.ownerId ?? user.id,
        })),
      );
    });
  }

  /** Rule 5: a visit planned at a school that has closed is offered to whoever followed it. */
  async moveToSuccessor(user: SignedInUser, id: string, input: MoveVisitDto): Promise<Visit> {
    const { version, schoolId } = input;
    const visit = await this.transactions.write(async (manager) => {
      const present = () => this.visits.get(id, manager);
      const what = 'the visit';
      const visit = await lockForChange(manager, VisitEntity, id, { what, version, present });
      await requireWriteAtSchool(manager, user, visit.schoolId);
      await requireWriteAtSchool(manager, user, schoolId);
      const { atClosedSchool, successors } = await present();
      if (!atClosedSchool) {
        throw conflict('Only a visit still planned at a closed school can go to another school.');
      }
      if (!successors.some((successor) => successor.id === schoolId)) {
        throw unacceptableField('schoolId', 'This school did not follow the one that closed.');
      }
      await markStale(manager, [visit.schoolId, schoolId]);
      visit.schoolId = schoolId;
      await manager.save(VisitEntity, visit);
      return present();
    });
    await this.jobs.nudge('refresh-priority-scores', {});
    return visit;
  }

  private async step(
    { user, id, command, version }: Transition,
    apply: (manager: EntityManager, visit: VisitEntity) => Promise<void>,
  ): Promise<Visit> {
    const visit = await this.transactions.write(async (manager) => {
      const present = () => this.visits.get(id, manager);
      const visit = await lockForChange(manager, VisitEntity, id, {
        what: 'the visit',
        version,
        present,
      });
      await requireWriteAtSchool(manager, user, visit.schoolId);
      const status = nextVisitStatus(visit.status, command);
      if (status === null) {
        throw conflict(forbiddenTransitionSentence(visit.status, command), await present());
      }
      visit.status = status;
      await apply(manager, visit);
      await manager.save(VisitEntity, visit);
      await markStale(manager, [visit.schoolId]);
      return this.visits.get(id, manager);
    });
    await this.jobs.nudge('refresh-priority-scores', {});
    return visit;
  }
}
