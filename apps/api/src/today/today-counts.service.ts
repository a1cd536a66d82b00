import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { CountedList, List } from '@tracker/contract';
import type { DataSource } from 'typeorm';
import { DOCUMENT_SPEC } from '../development-plans/documents/document-list';
import { PlanDocumentsService } from '../development-plans/documents/documents.service';
import { ROUND_SPEC } from '../development-plans/plan-round.queries';
import { PlanRoundService } from '../development-plans/plan-round.service';
import { ACTION_SPEC } from '../follow-up-actions/action-list';
import { FollowUpActionsService } from '../follow-up-actions/follow-up-actions.service';
import { type ListQuery, type ListSpec, readListQuery } from '../http/list-query';
import { IMPORT_SPEC } from '../imports/imports.queries';
import { countOf, type CountedRows } from '../http/page-of';
import { ImportsService } from '../imports/imports.service';
import { PriorityQueueService } from '../priority-queue/priority-queue.service';
import { QUEUE_SPEC } from '../priority-queue/queue-list';
import { SCHOOL_SPEC } from '../schools/school-list';
import { SchoolsService } from '../schools/schools.service';
import { VISIT_SPEC } from '../visits/visit-list';
import { VisitsService } from '../visits/visits.service';

type Counting = (filter: object) => CountedRows | Promise<CountedRows>;

const counted =
  <L extends List>(
    spec: ListSpec<L>,
    listed: (query: ListQuery<L>) => CountedRows | Promise<CountedRows>,
  ): Counting =>
  (filter) =>
    listed(readListQuery({ filter: JSON.stringify(filter) }, spec));

/** Counts a list by the very filter that the list itself understands: they cannot disagree. */
@Injectable()
export class TodayCounts {
  private readonly lists: Record<CountedList['resource'], Counting>;

  constructor(
    @InjectDataSource() private readonly dataSource: DataSource,
    visits: VisitsService,
    schools: SchoolsService,
    queue: PriorityQueueService,
    actions: FollowUpActionsService,
    imports: ImportsService,
    planRound: PlanRoundService,
    planDocuments: PlanDocumentsService,
  ) {
    this.lists = {
      visits: counted(VISIT_SPEC, (query) => visits.listed(query)),
      schools: counted(SCHOOL_SPEC, (query) => schools.listed(query)),
      'priority-queue': counted(QUEUE_SPEC, (query) => queue.listed(query)),
      'follow-up-actions': counted(ACTION_SPEC, (query) => actions.listed(query)),
      imports: counted(IMPORT_SPEC, (query) => imports.listed(query)),
      'plan-round': counted(ROUND_SPEC, (query) => planRound.listed(query)),
      'plan-documents': counted(DOCUMENT_SPEC, (query) => planDocuments.listed(query)),
    };
  }

  async countOf<F extends CountedList>(asked: F): Promise<F & { count: number }> {
    const statement = await this.lists[asked.resource](asked.filter);
    return { ...asked, count: await countOf(this.dataSource, statement) };
  }
}
