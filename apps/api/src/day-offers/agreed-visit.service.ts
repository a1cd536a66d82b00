import { isDeepStrictEqual } from 'node:util';
import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { AgreedVisit } from '@tracker/contract';
import { formatDay, saidInWords, saysMore } from '@tracker/domain';
import { UserEntity, VisitDeclineEntity, VisitEntity } from '@tracker/data';
import { Clock, JobQueue, queueAnswerMail } from '@tracker/work';
import { type DataSource, type EntityManager, IsNull } from 'typeorm';
import { SchoolAvailabilityService } from '../capacity/school-availability.service';
import { conflict } from '../http/problem';
import { Transactions } from '../http/transactions';
import { hubOf, LinkDoor, schoolOfLink } from './link-door';
import { readSaying } from './saying';
import type { CannotMakeVisitDto } from './school-link.dto';

/** An agreed visit as a school sees it, and its word that it cannot make the day. */
@Injectable()
export class AgreedVisitService {
  constructor(
    @InjectDataSource() private readonly dataSource: DataSource,
    private readonly transactions: Transactions,
    private readonly clock: Clock,
    private readonly jobs: JobQueue,
    private readonly door: LinkDoor,
    private readonly availability: SchoolAvailabilityService,
  ) {}

  /** Looking changes nothing. @throws 422; 429 */
  async open(token: string, address: string): Promise<AgreedVisit> {
    const { manager } = this.dataSource;
    const { id } = await this.door.enter(manager, token, address, 'visitId');
    return this.show(manager, await manager.findOneByOrFail(VisitEntity, { id }));
  }

  /**
   * The visit stays as it is: what becomes of it is the team's to say.
   *
   * @throws 409 it is over, cancelled or without a day; 422 naming each field
   */
  async cannot(input: CannotMakeVisitDto, address: string): Promise<AgreedVisit> {
    const { manager } = this.dataSource;
    const link = await this.door.enter(manager, input.token, address, 'visitId');
    const shown = await this.transactions.write(async (manager) => {
      const visit = await manager.findOneOrFail(VisitEntity, {
        ...{ where: { id: link.id }, lock: { mode: 'pessimistic_write' } },
      });
      const before = await this.show(manager, visit);
      if (before.closed !== null) throw conflict(before.closed);
      const said = readSaying(input, this.clock.today());
      const { schoolId } = visit;
      const scheduledOn = visit.scheduledOn as string;
      const open = { visitId: visit.id, handledAt: IsNull() };
      const known = before.cannot ? await manager.findOneBy(VisitDeclineEntity, open) : null;
      if (known && isDeepStrictEqual(known.said, said)) return before;
      // What it said before, or of an earlier day, is overtaken.
      await manager.update(VisitDeclineEntity, open, { handledAt: new Date() });
      const { id } = await manager.save(
        manager.create(VisitDeclineEntity, { visitId: visit.id, scheduledOn, said }),
      );
      if (saysMore(said)) {
        await this.availability.addSaid(manager, schoolId, { ...said, contactId: link.contactId });
      }
      await queueAnswerMail(manager, {
        ...{ schoolId, occasion: `visit-decline:${id}` },
        userIds: visit.visitorId === null ? [] : [visit.visitorId],
        answered: { kind: 'cannot', day: scheduledOn, said: saidInWords(said) },
      });
      return this.show(manager, visit);
    });
    await this.jobs.nudge('send-mails', {});
    return shown;
  }

  private async show(manager: EntityManager, visit: VisitEntity): Promise<AgreedVisit> {
    const { id, schoolId, status, scheduledOn, startTime, visitorId } = visit;
    const { name: schoolName } = await schoolOfLink(manager, schoolId);
    const visitor = visitorId ? await manager.findOneBy(UserEntity, { id: visitorId }) : null;
    const decline =
      scheduledOn === null
        ? null
        : await manager.findOneBy(VisitDeclineEntity, {
            ...{ visitId: id, scheduledOn, handledAt: IsNull() },
          });
    const isAgreed = status === 'scheduled' || status === 'confirmed';
    const isToCome = scheduledOn !== null && scheduledOn >= this.clock.today();
    return {
      ...{ schoolName, hub: await hubOf(manager, visitorId), day: scheduledOn, startTime },
      ...{ visitorName: visitor?.name ?? null, cannot: decline !== null },
      closed: !isAgreed
        ? 'This visit does not take place, or has taken place already.'
        : isToCome
          ? null
          : `This visit was on ${formatDay(scheduledOn as string)}.`,
    };
  }
}
