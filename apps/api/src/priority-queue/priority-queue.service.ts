import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { QueueEntry } from '@tracker/contract';
import type { PlannedKind } from '@tracker/domain';
import { Clock, shared, sql } from '@tracker/server';
import type { DataSource, EntityManager } from 'typeorm';
import type { Page } from '../http/list-answer';
import type { ListQuery, ListSpec } from '../http/list-query';
import { type ListStatement, pageOfList } from '../http/list-statement';
import { notFound } from '../http/problem';
import { SqlConditions } from '../http/sql-conditions';
import { addBooked, addPlanned, addSchoolFilters, SCHOOL_FILTERS } from '../schools/school-filters';
import {
  countedQueue,
  ownedBy,
  type QueueRow,
  READ_RANK,
  selectQueue,
  selectRanked,
} from './priority-queue.queries';

export const QUEUE_LIST: ListSpec = {
  filters: {
    ...SCHOOL_FILTERS,
    id: 'uuids',
    schoolId: 'uuids',
    band: 'integer',
    pinned: 'boolean',
    snoozed: 'boolean',
    ownerId: 'uuid',
  },
  sorts: {
    id: 's.id',
    rank: 'rank',
    name: 's.name COLLATE "und-x-icu"',
    score: 'r.score',
    state: 'r.band',
    lastVisitedOn: 'r.last_visited_on',
    monthsSince: 'r.months_since',
    fsmPercent: 's.fsm_percent',
    nextVisitOn: '"nextVisitOn"',
  },
  defaultOrder: 'r.rank',
  tieBreak: 'r.school_id',
  rowIds: ['id', 'schoolId'],
};

@Injectable()
export class PriorityQueueService {
  constructor(
    @InjectDataSource() private readonly dataSource: DataSource,
    private readonly clock: Clock,
  ) {}

  list(query: ListQuery): Promise<Page<QueueEntry>> {
    return pageOfList(this.dataSource, this.listed(query), query);
  }

  /** What the list reads. */
  listed(query: ListQuery): ListStatement<QueueEntry, QueueRow> {
    const today = this.clock.today();
    const conditions = new SqlConditions();
    const day = shared(today);
    const { booked, planned, state, schoolId, band, pinned, snoozed, ownerId } = query.filter;
    addSchoolFilters(conditions, query.filter);
    if (schoolId) conditions.add(sql`s.id = ANY (${schoolId}::uuid[])`);
    if (booked !== undefined) addBooked(conditions, booked as boolean, today);
    if (planned) addPlanned(conditions, planned as PlannedKind[], today);
    // The state as ranked, so that it agrees with the band and the reasons shown beside it.
    if (state) conditions.add(sql`r.state = ANY (${state}::text[])`);
    if (band !== undefined) conditions.add(sql`r.band = ${band}`);
    if (pinned !== undefined) conditions.add(`(r.kind = 'pin') IS ${pinned ? '' : 'NOT '}TRUE`);
    if (snoozed !== undefined)
      conditions.add(`(r.kind = 'snooze') IS ${snoozed ? '' : 'NOT '}TRUE`);
    if (ownerId) conditions.add(ownedBy(ownerId));
    return {
      select: selectQueue(day),
      counted: countedQueue(day),
      narrow: {
        select: selectRanked(day),
        around: (some) => selectQueue(day, some),
      },
      conditions,
      order: query.order,
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
    const row = await READ_RANK.row(manager, schoolId, this.clock.today());
    return row ? asEntry(row) : null;
  }
}

function asEntry(row: QueueRow): QueueEntry {
  return { ...row, booked: row.nextVisitOn !== null };
}
