import { Injectable } from '@nestjs/common';
import type { SignedInUser, Visit } from '@tracker/contract';
import { isVoidable } from '@tracker/domain';
import { recordVisitEvent, VisitEntity } from '@tracker/data';
import { withdrawVisitMail } from '@tracker/work';
import { Transactions } from '../http/transactions';
import { settleToldAt } from '../surveys/record-answers';
import { dropOpenActions, reopenActionOfVisit, reopenDroppedActions } from './actions-of-void';
import { closeActionOfVisit } from './close-action-of-visit';
import { lockToTakeBack } from './lock-to-take-back';
import { VisitSteps } from './visit-steps';
import type { UnvoidVisitDto, VoidVisitDto } from './visit-taking-back.dto';
import { VisitsService } from './visits.service';

const WITHDRAWN = 'Not sent: the visit is void.';

/** A visit that should not be on record counts nowhere; all that was written at it is kept. */
@Injectable()
export class VisitVoidService {
  constructor(
    private readonly visits: VisitsService,
    private readonly steps: VisitSteps,
    private readonly transactions: Transactions,
  ) {}

  /** @throws 404, 403 elsewhere than in one's regions, 409 when planned still, void or overtaken */
  async void(user: SignedInUser, id: string, input: VoidVisitDto): Promise<Visit> {
    const { version, reason, openActions = 'keep' } = input;
    const answer = await this.transactions.write(async (manager) => {
      const present = () => this.visits.get(id, manager);
      const visit = await lockToTakeBack(manager, { user, id, how: 'void', version, present });
      if (!isVoidable(visit.status)) throw new Error(`${visit.status} is not voidable.`);
      const at = new Date();
      if (visit.status === 'completed') await reopenActionOfVisit(manager, id);
      visit.voidedFrom = visit.status;
      visit.status = 'void';
      Object.assign(visit, { voidReason: reason, voidedAt: at, voidedById: user.id });
      await manager.save(VisitEntity, visit);
      if (openActions === 'drop') await dropOpenActions(manager, id, { at, userId: user.id });
      await settleToldAt(manager, id, visit.schoolId);
      await recordVisitEvent(manager, visit, { kind: 'voided', byId: user.id, why: reason });
      await withdrawVisitMail(manager, id, WITHDRAWN);
      return present();
    });
    await this.steps.nudge();
    return answer;
  }

  /** @throws 404, 403 elsewhere than in one's regions, 409 when it is not void, or overtaken */
  async unvoid(user: SignedInUser, id: string, input: UnvoidVisitDto): Promise<Visit> {
    const { version, reason } = input;
    const answer = await this.transactions.write(async (manager) => {
      const present = () => this.visits.get(id, manager);
      const visit = await lockToTakeBack(manager, { user, id, how: 'unvoid', version, present });
      const { voidedFrom, voidedAt } = visit;
      if (!voidedFrom || !voidedAt) throw new Error(`Visit ${id} is void, and not since when.`);
      visit.status = voidedFrom;
      const none = { voidedFrom: null, voidReason: null, voidedAt: null, voidedById: null };
      await manager.save(VisitEntity, Object.assign(visit, none));
      await settleToldAt(manager, id, visit.schoolId);
      await reopenDroppedActions(manager, id, voidedAt);
      if (voidedFrom === 'completed') await closeActionOfVisit(manager, id, user.id);
      await recordVisitEvent(manager, visit, { kind: 'unvoided', byId: user.id, why: reason });
      return present();
    });
    await this.steps.nudge();
    return answer;
  }
}
