import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { ListLength } from '@tracker/contract';
import type { DataSource } from 'typeorm';
import { ACTION_LIST } from '../follow-up-actions/action-list';
import { FollowUpActionsService } from '../follow-up-actions/follow-up-actions.service';
import { type ListQuery, type ListSpec, readListQuery } from '../http/list-query';
import { IMPORT_LIST } from '../imports/imports.queries';
import { countOf, type CountedRows } from '../http/page-of';
import { ImportsService } from '../imports/imports.service';
import { PriorityQueueService, QUEUE_LIST } from '../priority-queue/priority-queue.service';
import { SCHOOL_LIST, SchoolsService } from '../schools/schools.service';
import { VISIT_LIST } from '../visits/visit-list';
import { VisitsService } from '../visits/visits.service';

interface CountedList {
  spec: ListSpec;
  listed: (query: ListQuery) => CountedRows | Promise<CountedRows>;
}

/** Counts a list by the very filter that the list itself understands: they cannot disagree. */
@Injectable()
export class TodayCounts {
  private readonly lists: Record<ListLength['resource'], CountedList>;

  constructor(
    @InjectDataSource() private readonly dataSource: DataSource,
    visits: VisitsService,
    schools: SchoolsService,
    queue: PriorityQueueService,
    actions: FollowUpActionsService,
    imports: ImportsService,
  ) {
    this.lists = {
      visits: { spec: VISIT_LIST, listed: (query) => visits.listed(query) },
      schools: { spec: SCHOOL_LIST, listed: (query) => schools.listed(query) },
      'priority-queue': { spec: QUEUE_LIST, listed: (query) => queue.listed(query) },
      'follow-up-actions': { spec: ACTION_LIST, listed: (query) => actions.listed(query) },
      imports: { spec: IMPORT_LIST, listed: (query) => imports.listed(query) },
    };
  }

  async countOf<F extends Omit<ListLength, 'count'>>(asked: F): Promise<F & { count: number }> {
    const { spec, listed } = this.lists[asked.resource];
    const statement = await listed(readListQuery({ filter: JSON.stringify(asked.filter) }, spec));
    return { ...asked, count: await countOf(this.dataSource, statement) };
  }
}
