import { Injectable } from '@nestjs/common';
import type { SignedInUser, Visit } from '@tracker/contract';
import { planOf, recordVisitEvent, VisitEntity } from '@tracker/data';
import { queueVisitMail, withdrawVisitMail } from '@tracker/work';
import type { EntityManager } from 'typeorm';
import { unacceptableField } from '../http/problem';
import { Transactions } from '../http/transactions';
import { settleToldAt } from '../surveys/record-answers';
import { lockToTakeBack } from './lock-to-take-back';
import { takePeopleAlong } from './people-to-school';
import { VisitSteps } from './visit-steps';
import type { VisitToSchoolDto } from './visit-taking-back.dto';
import {
  ACTIONS_TO_SCHOOL,
  AGREED_AT_VISIT,
  ANSWERS_TO_SCHOOL,
  CONFIRM_ANSWERS,
  FORGET_RECIPIENT,
  UNCONFIRM_ANSWERS,
} from './visit-to-school.queries';
import { VisitsService } from './visits.service';

const WITHDRAWN = 'Not sent: the visit was at another school.';

interface Rehoming {
  user: SignedInUser;
  to: string;
  reason: string;
}

/** A visit that was put on record at the wrong school goes to the right one, with all that hangs on it. */
@Injectable()
export class VisitToSchoolService {
  constructor(
    private readonly visits: VisitsService,
    private readonly steps: VisitSteps,
    private readonly transactions: Transactions,
  ) {}

  /**
   * @throws 404; 403 where the person may not write at both schools; 409 when it is planned still,
   *   void or overtaken; 422 when it is there already
   */
  async toSchool(user: SignedInUser, id: string, input: VisitToSchoolDto): Promise<Visit> {
    const { version, reason, schoolId: to } = input;
    const answer = await this.transactions.write(async (manager) => {
      const present = () => this.visits.get(id, manager);
      const visit = await lockToTakeBack(manager, {
        ...{ user, id, how: 'to_school', version, present },
        toSchoolId: to,
      });
      const from = visit.schoolId;
      if (from === to) throw unacceptableField('schoolId', 'The visit is at this school already.');
      await this.rehome(manager, visit, { user, to, reason });
      await this.takeAlong(manager, { id, from }, { user, to, reason });
      await withdrawVisitMail(manager, id, WITHDRAWN);
      return present();
    });
    await this.steps.nudge();
    return answer;
  }

  private async takeAlong(
    manager: EntityManager,
    { id, from }: { id: string; from: string },
    rehoming: Rehoming,
  ): Promise<void> {
    const { user, to } = rehoming;
    await ACTIONS_TO_SCHOOL.run(manager, { id, from, to });
    await ANSWERS_TO_SCHOOL.run(manager, { id, from, to });
    await settleToldAt(manager, id, from, to);
    await UNCONFIRM_ANSWERS.run(manager, id);
    await CONFIRM_ANSWERS.run(manager, id, to);
    await takePeopleAlong(manager, { visitId: id, from, to, userId: user.id });
    const agreed = await AGREED_AT_VISIT.rows(manager, id, from);
    for (const { id: visitId } of agreed) {
      const next = await manager.findOneByOrFail(VisitEntity, { id: visitId });
      await this.rehome(manager, next, rehoming);
      // Whichever school was told hears of it.
      await queueVisitMail(manager, { visitId, change: 'moved' });
    }
  }

  private async rehome(
    manager: EntityManager,
    visit: VisitEntity,
    { user, to, reason }: Rehoming,
  ): Promise<void> {
    const before = planOf(visit);
    visit.schoolId = to;
    await manager.save(VisitEntity, visit);
    await FORGET_RECIPIENT.run(manager, visit.id);
    await recordVisitEvent(manager, visit, {
      ...{ kind: 'rehomed', byId: user.id, why: reason, before },
    });
  }
}
