import { Injectable } from '@nestjs/common';
import type { TodayFigure } from '@tracker/contract';
import { ACTION_LIST } from '../follow-up-actions/action-list';
import { FollowUpActionsService } from '../follow-up-actions/follow-up-actions.service';
import { type ListQuery, type ListSpec, readListQuery } from '../http/list-query';
import { IMPORT_LIST } from '../imports/imports.queries';
import { ImportsService } from '../imports/imports.service';
import { PriorityQueueService, QUEUE_LIST } from '../priority-queue/priority-queue.service';
import { SCHOOL_LIST, SchoolsService } from '../schools/schools.service';
import { VISIT_LIST } from '../visits/visit-list';
import { VisitsService } from '../visits/visits.service';

interface CountedList {
  spec: ListSpec;
  count: (filter: ListQuery['filter']) => Promise<number>;
}

/** Counts a list by the very filter that the list itself understands: they cannot disagree. */
@Injectable()
export class TodayCounts {
  private readonly lists: Record<TodayFigure['resource'], CountedList>;

  constructor(
    visits: VisitsService,
    schools: SchoolsService,
    queue: PriorityQueueService,
    actions: FollowUpActionsService,
    imports: ImportsService,
  ) {
    this.lists = {
      visits: { spec: VISIT_LIST, count: (filter) => visits.count(filter) },
      schools: { spec: SCHOOL_LIST, count: (filter) => schools.count(filter) },
      'priority-queue': { spec: QUEUE_LIST, count: (filter) => queue.count(filter) },
      'follow-up-actions': { spec: ACTION_LIST, count: (filter) => actions.count(filter) },
      imports: { spec: IMPORT_LIST, count: (filter) => imports.count(filter) },
    };
  }

  async countOf(figure: Omit<TodayFigure, 'count'>): Promise<TodayFigure> {
    const { spec, count } = this.lists[figure.resource];
    const { filter } = readListQuery({ filter: JSON.stringify(figure.filter) }, spec);
    const { key, resource } = figure;
    return { key, count: await count(filter), resource, filter: figure.filter };
  }
}
