import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { reachOf, type SignedInUser, type VisitorCapacityOnRecord } from '@tracker/contract';
import { checkCapacity, toTheKilometre } from '@tracker/domain';
import { VisitorCapacityEntity } from '@tracker/data';
import type { DataSource, EntityManager } from 'typeorm';
import { refuseOtherChanges } from '../http/echoed-fields';
import { notFound, unacceptable, unacceptableField } from '../http/problem';
import { Transactions } from '../http/transactions';
import { lockForChange, requireVersion } from '../http/version';
import { requireTimeOf } from './require-time-of';
import { capacityOf } from './capacity-of';
import type { SaveVisitorCapacityDto, StartDto } from './capacity.dto';
import { READ_CAPACITY, SCHOOL_TO_START_FROM, TOWN_TO_START_FROM } from './capacity.queries';

/** How much each visitor can take; what is not on record is assumed, and said to be. */
@Injectable()
export class VisitorCapacityService {
  constructor(
    @InjectDataSource() private readonly dataSource: DataSource,
    private readonly transactions: Transactions,
  ) {}

  /** @throws 404 nobody who visits schools */
  async get(
    user: SignedInUser,
    visitorId: string,
    manager: EntityManager = this.dataSource.manager,
  ): Promise<VisitorCapacityOnRecord> {
    const row = await READ_CAPACITY.row(manager, visitorId);
    if (!row) throw notFound('the visitor');
    const maySeeStart = user.id === row.id || reachOf(user, 'visitorTime') === 'all';
    const capacity = capacityOf(row);
    return maySeeStart ? capacity : { ...capacity, startsFrom: null };
  }

  /** @throws 403 somebody else's, or more than one's weekdays; 422 naming the field; 409 */
  save(
    user: SignedInUser,
    visitorId: string,
    sent: SaveVisitorCapacityDto,
  ): Promise<VisitorCapacityOnRecord> {
    requireTimeOf(user, visitorId);
    const { version, startsFrom, perDay, perWeek, perHalfTerm } = sent;
    const weekdays = [...sent.weekdays].sort((a, b) => a - b);
    const capacity = { perDay, perWeek, perHalfTerm, weekdays };
    const faults = checkCapacity(capacity);
    if (faults.length > 0) throw unacceptable(faults);
    return this.transactions.write(async (manager) => {
      const present = await this.get(user, visitorId, manager);
      const row = await manager.findOneBy(VisitorCapacityEntity, { userId: visitorId });
      const held = row
        ? await lockForChange(manager, VisitorCapacityEntity, row.id, {
            ...{ what: 'the capacity', version: requireVersion(version) },
            present: () => this.get(user, visitorId, manager),
          })
        : manager.create(VisitorCapacityEntity, { userId: visitorId });
      refuseOtherChanges(sent, present);
      if (reachOf(user, 'visitorTime') !== 'all') refuseMore(present, sent);
      Object.assign(held, capacity, await this.startOf(manager, startsFrom));
      await manager.save(held);
      return this.get(user, visitorId, manager);
    });
  }

  /** Where somebody starts from, to the kilometre; nothing where it stays. @throws 422 */
  private async startOf(manager: EntityManager, start: StartDto | null | undefined) {
    if (start === undefined) return {};
    if (start === null) return { startsFrom: null, easting: null, northing: null };
    const { schoolId, town } = start;
    if ((schoolId === undefined) === (town === undefined)) {
      throw unacceptableField('startsFrom', 'Choose a school or a town.');
    }
    const found = await (schoolId === undefined
      ? TOWN_TO_START_FROM.row(manager, town ?? '')
      : SCHOOL_TO_START_FROM.row(manager, schoolId));
    if (!found) {
      throw unacceptableField('startsFrom', 'No school or town of this name is on record.');
    }
    const { name, easting, northing } = found;
    if (easting === null || northing === null) {
      throw unacceptableField('startsFrom', `The register does not say where ${name} is.`);
    }
    return {
      startsFrom: name,
      easting: toTheKilometre(easting),
      northing: toTheKilometre(northing),
    };
  }
}

const HEADS_ALONE = ['perDay', 'perWeek', 'perHalfTerm'] as const;

/** @throws 422 naming the fields of one's own that the Head sets */
function refuseMore(present: VisitorCapacityOnRecord, sent: SaveVisitorCapacityDto): void {
  const message = 'The Head of Participation sets this.';
  const changed = HEADS_ALONE.filter((field) => sent[field] !== present[field]);
  if (changed.length > 0) throw unacceptable(changed.map((field) => ({ field, message })));
}
