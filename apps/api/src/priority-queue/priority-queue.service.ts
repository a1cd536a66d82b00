import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { QUEUE_LIST, QueueEntry } from '@tracker/contract';
import { Clock } from '@tracker/work';
import { getHubSettings, planState, shared, type Sql } from '@tracker/data';
import type { DataSource, EntityManager } from 'typeorm';
import { addFilters } from '../http/filter-conditions';
import type { Page } from '../http/list-answer';
import type { ListQuery } from '../http/list-query';
import { type ListStatement, pageOfList } from '../http/list-statement';
import { notFound } from '../http/problem';
import { SqlConditions } from '../http/sql-conditions';
import {
  countedQueue,
  firstPlaced,
  LEFT_OUT,
  placedFrom,
  type QueueRow,
  READ_RANK,
  selectPage,
  selectPlaced,
  selectQueue,
  sumOfPlaces,
} from './priority-queue.queries';
import { asRanked, bandsOf, isCounted, QUEUE_CONDITIONS } from './queue-list';
import { queueOrder, stretchOf } from './queue-places';

@Injectable()
export class PriorityQueueService {
  constructor(
    @InjectDataSource() private readonly dataSource: DataSource,
    private readonly clock: Clock,
  ) {}

  async list(query: ListQuery<typeof QUEUE_LIST>): Promise<Page<QueueEntry>> {
    return pageOfList(this.dataSource, await this.listed(query), query);
  }

  /** What the list reads. */
  async listed(query: ListQuery<typeof QUEUE_LIST>): Promise<ListStatement<QueueEntry, QueueRow>> {
    const today = this.clock.today();
    const day = shared(today);
    const { planRules } = await getHubSettings(this.dataSource.manager);
    const plan = planState(today, planRules);
    const conditions = addFilters(new SqlConditions(), QUEUE_CONDITIONS, query.filter, {
      ...{ today, planRules },
    });
    const direction = asRanked(query.order);
    const order = direction ? queueOrder(direction) : query.order;
    // Of all schools, in their order, the ranks follow from where the page begins.
    const isAll = direction === 'ASC' && Object.keys(query.filter).length === 0;
    const { offset } = query;
    const stretch = stretchOf(bandsOf(query.filter));
    const first = (where: Sql, most: number) =>
      isAll && offset > 0
        ? placedFrom(day, offset, most)
        : firstPlaced(day, order, { where, stretch, most });
    return {
      select: selectQueue(day, plan),
      counted: countedQueue(day),
      ...(isCounted(query.filter) && { total: sumOfPlaces(conditions.where) }),
      narrow: {
        select: selectPlaced(day),
        ...(direction && { first }),
        ...(isAll && offset > 0 && { leftOut: LEFT_OUT }),
        around: (some) => selectPage(day, plan, some, isAll ? offset : undefined),
      },
      conditions,
      order,
      rows: (stored) => stored.map(asEntry),
    };
  }

  /** @throws 404 when the school is not on record, out of scope or not ranked yet */
  async get(
    schoolId: string,
    manager: EntityManager = this.dataSource.manager,
  ): Promise<QueueEntry> {
    const entry = await this.find(schoolId, manager);
    if (!entry) throw notFound("the school's rank");
    return entry;
  }

  /** Null when the school is not on record, out of scope or not ranked yet. */
  async find(
    schoolId: string,
    manager: EntityManager = this.dataSource.manager,
  ): Promise<QueueEntry | null> {
    const { planRules } = await getHubSettings(manager);
    const row = await READ_RANK.row(manager, schoolId, this.clock.today(), planRules);
    return row ? asEntry(row) : null;
  }
}

function asEntry(row: QueueRow): QueueEntry {
  return { ...row, booked: row.nextVisitOn !== null };
}
