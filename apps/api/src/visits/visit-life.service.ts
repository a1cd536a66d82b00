import { Injectable } from '@nestjs/common';
import type { SignedInUser, Visit } from '@tracker/contract';
import { JobQueue, queueVisitMail } from '@tracker/work';
import { planOf, recordVisitEvent, VisitEntity } from '@tracker/data';
import type { EntityManager } from 'typeorm';
import { requireWriteAtSchool, type Writer } from '../auth/access';
import { conflict, unacceptableField } from '../http/problem';
import { Transactions } from '../http/transactions';
import { lockForChange } from '../http/version';
import { requireStaff } from '../users/require-staff';
import type { VisitInStep } from './save-step';
import { type VisitStep, VisitSteps } from './visit-steps';
import { VisitWarningsService } from './visit-warnings.service';
import type {
  CancelVisitDto,
  ConfirmVisitDto,
  MoveVisitDto,
  ScheduleVisitDto,
  VisitNotHeldDto,
} from './visits.dto';
import { VisitsService } from './visits.service';

const scheduling = (
  user: Writer,
  id: string,
  { version, reason }: ScheduleVisitDto,
): VisitStep => ({ user, id, command: 'schedule', version, why: reason });

/** The life of a visit: which step is allowed is the domain's to say, this writes it down. */
@Injectable()
export class VisitLifeService {
  constructor(
    private readonly visits: VisitsService,
    private readonly steps: VisitSteps,
    private readonly warnings: VisitWarningsService,
    private readonly transactions: Transactions,
    private readonly jobs: JobQueue,
  ) {}

  schedule(user: SignedInUser, id: string, input: ScheduleVisitDto): Promise<Visit> {
    return this.steps.take(scheduling(user, id, input), this.scheduled(id, input));
  }

  /** The same as a part of something larger, whose transaction and nudge are the caller's. */
  scheduleIn(
    manager: EntityManager,
    user: Writer,
    id: string,
    input: ScheduleVisitDto,
  ): Promise<Visit> {
    return this.steps.takeIn(manager, scheduling(user, id, input), this.scheduled(id, input));
  }

  /** As `scheduleIn`: what a school and the team have agreed on. */
  confirmIn(manager: EntityManager, user: Writer, id: string, why: string): Promise<Visit> {
    const step = { user, id, command: 'confirm', why } as const;
    return this.steps.takeIn(manager, step, async () => undefined);
  }

  private scheduled(id: string, input: ScheduleVisitDto) {
    return async (manager: EntityManager, visit: VisitInStep) => {
      await requireStaff(manager, 'visitorId', input.visitorId);
      visit.scheduledOn = input.scheduledOn;
      if (input.startTime !== undefined) visit.startTime = input.startTime;
      if (input.visitorId !== undefined) visit.visitorId = input.visitorId;
      const plan = { ...visit, exceptVisitId: id };
      return this.warnings.overridden(manager, plan, input.accepting);
    };
  }

  confirm(user: SignedInUser, id: string, { version, reason }: ConfirmVisitDto): Promise<Visit> {
    const step = { user, id, command: 'confirm', version, why: reason } as const;
    return this.steps.take(step, async () => undefined);
  }

  cancel(user: SignedInUser, id: string, { version, by, reason }: CancelVisitDto): Promise<Visit> {
    const step = { user, id, command: 'cancel', version, why: reason, cancelledBy: by } as const;
    return this.steps.take(step, async (_, visit) => {
      visit.cancelledBy = by;
      visit.cancelReason = reason.trim();
    });
  }

  notHeld(user: SignedInUser, id: string, { version, reason }: VisitNotHeldDto): Promise<Visit> {
    const step = { user, id, command: 'not_held', version, why: reason } as const;
    return this.steps.take(step, async (_, visit) => {
      visit.notHeldReason = reason.trim();
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
      const before = planOf(visit);
      visit.schoolId = schoolId;
      await manager.save(VisitEntity, visit);
      await recordVisitEvent(manager, visit, { kind: 'moved', byId: user.id, before });
      await queueVisitMail(manager, { visitId: id, change: 'moved' });
      return present();
    });
    await this.jobs.nudge('refresh-priority-scores', {});
    await this.jobs.nudge('send-mails', {});
    return visit;
  }
}
