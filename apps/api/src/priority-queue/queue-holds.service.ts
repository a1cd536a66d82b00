import { Injectable } from '@nestjs/common';
import type { QueueEntry, SignedInUser } from '@tracker/contract';
import { addYears, formatDay } from '@tracker/domain';
import { Clock } from '@tracker/work';
import { QueueHoldEntity, sql, statement } from '@tracker/data';
import { IsNull } from 'typeorm';
import { requireWriteAtSchool } from '../auth/access';
import { conflict, unacceptableField } from '../http/problem';
import { Transactions } from '../http/transactions';
import type { NewQueueHoldDto } from './priority-queue.dto';
import { PriorityQueueService } from './priority-queue.service';

const LOCK_SCHOOL = statement(
  'priority-queue.lock-school',
  (id: string) => sql`SELECT 1 FROM schools WHERE id = ${id} FOR NO KEY UPDATE`,
);

/** Pinning a school to the top of the queue and snoozing it to the end, each with a reason and a last day. */
@Injectable()
export class QueueHoldsService {
  constructor(
    private readonly queue: PriorityQueueService,
    private readonly transactions: Transactions,
    private readonly clock: Clock,
  ) {}

  /** Takes the place of a pin or snooze that is in force; that one stays on record as lifted. */
  hold(user: SignedInUser, schoolId: string, input: NewQueueHoldDto): Promise<QueueEntry> {
    return this.transactions.write(async (manager) => {
      const school = await requireWriteAtSchool(manager, user, schoolId);
      if (!school.inScope) throw conflict(`${school.name} is outside the cycle and has no rank.`);
      const today = this.clock.today();
      if (input.untilOn < today) {
        throw unacceptableField(
          'untilOn',
          `The end date has passed: today is ${formatDay(today)}.`,
        );
      }
      if (input.untilOn > addYears(today, 1)) {
        throw unacceptableField('untilOn', 'A pin or snooze lasts a year at most.');
      }
      // Two people holding one school at one time take turns.
      await LOCK_SCHOOL.row(manager, schoolId);
      await manager.update(
        QueueHoldEntity,
        { schoolId, liftedAt: IsNull() },
        { liftedAt: new Date(), liftedById: user.id },
      );
      await manager.insert(QueueHoldEntity, {
        ...input,
        reason: input.reason.trim(),
        schoolId,
        createdById: user.id,
      });
      return this.queue.get(schoolId, manager);
    });
  }

  /** Lifting what is not there is no fault. */
  lift(user: SignedInUser, schoolId: string): Promise<QueueEntry> {
    return this.transactions.write(async (manager) => {
      await requireWriteAtSchool(manager, user, schoolId);
      await manager.update(
        QueueHoldEntity,
        { schoolId, liftedAt: IsNull() },
        { liftedAt: new Date(), liftedById: user.id },
      );
      return this.queue.get(schoolId, manager);
    });
  }
}
