import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { SchoolAvailabilityOnRecord, SignedInUser } from '@tracker/contract';
import { checkAvailability, type Day, type SchoolSaid, withSaid } from '@tracker/domain';
import { SchoolAvailabilityEntity, SchoolUnavailableDaysEntity } from '@tracker/data';
import { Clock } from '@tracker/work';
import type { DataSource, EntityManager } from 'typeorm';
import { requireWriteAtSchool } from '../auth/access';
import { refuseOtherChanges } from '../http/echoed-fields';
import { notFound, unacceptable } from '../http/problem';
import { Transactions } from '../http/transactions';
import { lockForChange, requireVersion } from '../http/version';
import type { SaveSchoolAvailabilityDto } from './capacity.dto';
import { READ_AVAILABILITY } from './capacity.queries';

/** What schools say of the days on which they can be visited, and to whom. */
@Injectable()
export class SchoolAvailabilityService {
  constructor(
    @InjectDataSource() private readonly dataSource: DataSource,
    private readonly transactions: Transactions,
    private readonly clock: Clock,
  ) {}

  /** @throws 404 */
  async get(
    schoolId: string,
    manager: EntityManager = this.dataSource.manager,
  ): Promise<SchoolAvailabilityOnRecord> {
    const row = await READ_AVAILABILITY.row(manager, schoolId);
    if (!row) throw notFound('the school');
    const { neverWeekdays, wishedWeekdays, ...rest } = row;
    return {
      ...rest,
      neverWeekdays: neverWeekdays ?? [],
      wishedWeekdays: wishedWeekdays ?? [],
    };
  }

  /** @throws 404; 403; 422 naming the field; 409 */
  save(
    user: SignedInUser,
    schoolId: string,
    sent: SaveSchoolAvailabilityDto,
  ): Promise<SchoolAvailabilityOnRecord> {
    const ordered = (weekdays: number[]) => [...weekdays].sort((a, b) => a - b);
    const said = {
      neverWeekdays: ordered(sent.neverWeekdays),
      wishedWeekdays: ordered(sent.wishedWeekdays),
      note: sent.note || null,
    };
    return this.transactions.write(async (manager) => {
      await requireWriteAtSchool(manager, user, schoolId);
      const faults = checkAvailability({ ...said, unavailable: sent.unavailable });
      if (faults.length > 0) throw unacceptable(faults);
      const present = () => this.get(schoolId, manager);
      const row = await manager.findOneBy(SchoolAvailabilityEntity, { schoolId });
      const held = row
        ? await lockForChange(manager, SchoolAvailabilityEntity, row.id, {
            ...{ what: 'the days of this school', version: requireVersion(sent.version), present },
          })
        : manager.create(SchoolAvailabilityEntity, { schoolId });
      refuseOtherChanges(sent, await present());
      // The day moves on each time, so that a change of the days alone is a new version too.
      const by = { saidOn: this.clock.today(), saidToId: user.id, updatedAt: new Date() };
      await manager.save(Object.assign(held, said, by, { saidByContactId: null }));
      await manager.delete(SchoolUnavailableDaysEntity, { schoolId });
      await keepUnavailable(manager, schoolId, sent.unavailable);
      return present();
    });
  }

  /** Adds what a school says by its link, in the transaction that takes its answer. */
  async addSaid(manager: EntityManager, schoolId: string, said: SaidByLink): Promise<void> {
    const today = this.clock.today();
    const known = await this.get(schoolId, manager);
    const now = withSaid(known, said, today);
    const held =
      (await manager.findOne(SchoolAvailabilityEntity, {
        ...{ where: { schoolId }, lock: { mode: 'pessimistic_write' } },
      })) ?? manager.create(SchoolAvailabilityEntity, { schoolId, note: null });
    const { neverWeekdays, wishedWeekdays } = now;
    const by = { saidOn: today, saidToId: null, saidByContactId: said.contactId };
    await manager.save(
      Object.assign(held, { neverWeekdays, wishedWeekdays, ...by, updatedAt: new Date() }),
    );
    const added = now.unavailable.slice(known.unavailable.length);
    if (now.unavailable.length > known.unavailable.length) {
      await keepUnavailable(manager, schoolId, added);
    }
  }
}

interface SaidByLink extends SchoolSaid {
  /** To whom the link had gone. */
  contactId: string | null;
}

async function keepUnavailable(
  manager: EntityManager,
  schoolId: string,
  unavailable: readonly { from: Day; to: Day; why: string }[],
): Promise<void> {
  await manager.save(
    unavailable.map(({ from, to, why }) =>
      manager.create(SchoolUnavailableDaysEntity, { schoolId, fromDay: from, toDay: to, why }),
    ),
  );
}
