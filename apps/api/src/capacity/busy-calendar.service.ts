import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { BusyCalendar, SignedInUser } from '@tracker/contract';
import { calendarAddress } from '@tracker/domain';
import { BusyCalendarEntity, getHubSettings } from '@tracker/data';
import { Clock } from '@tracker/work';
import type { DataSource, EntityManager } from 'typeorm';
import { unacceptableField } from '../http/problem';
import { Transactions } from '../http/transactions';
import type { SaveBusyCalendarDto } from './capacity.dto';
import { DROP_BUSY_CALENDAR, READ_BUSY_CALENDAR } from './capacity.queries';

/** The published calendar of whoever asks: nobody else sees or changes it. The worker reads it. */
@Injectable()
export class BusyCalendarService {
  constructor(
    @InjectDataSource() private readonly dataSource: DataSource,
    private readonly transactions: Transactions,
    private readonly clock: Clock,
  ) {}

  async own(
    { id }: SignedInUser,
    manager: EntityManager = this.dataSource.manager,
  ): Promise<BusyCalendar> {
    const { calendarHosts } = await getHubSettings(manager);
    const none = { address: null, readAt: null, problem: null, days: [] };
    const found = await READ_BUSY_CALENDAR.row(manager, id, this.clock.today());
    return { ...(found ?? none), hosts: [...calendarHosts] };
  }

  /** @throws 422 the address is not one that is read */
  save(user: SignedInUser, sent: SaveBusyCalendarDto): Promise<BusyCalendar> {
    return this.transactions.write(async (manager) => {
      const { hosts, ...present } = await this.own(user, manager);
      const read = calendarAddress(sent.address, hosts);
      if ('problem' in read) throw unacceptableField('address', read.problem);
      const { address } = read;
      if (address !== present.address) {
        await DROP_BUSY_CALENDAR.run(manager, user.id);
        await manager.insert(BusyCalendarEntity, { userId: user.id, address });
      }
      return this.own(user, manager);
    });
  }

  remove(user: SignedInUser): Promise<BusyCalendar> {
    return this.transactions.write(async (manager) => {
      await DROP_BUSY_CALENDAR.run(manager, user.id);
      return this.own(user, manager);
    });
  }
}
