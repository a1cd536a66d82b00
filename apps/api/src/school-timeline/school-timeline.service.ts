import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import {
  type FollowUpAction,
  MAX_PAGE,
  TIMELINE_LIST,
  type TimelineAnswer,
  type TimelineEntry,
  type TimelineKind,
  type TimelineMail,
  type TimelinePlan,
  type TimelineRehomed,
  type TimelineSurvey,
  type Visit,
} from '@tracker/contract';
import { schoolAnswerInWords } from '@tracker/domain';
import type { DataSource } from 'typeorm';
import { ACTION_SPEC } from '../follow-up-actions/action-list';
import { FollowUpActionsService } from '../follow-up-actions/follow-up-actions.service';
import { firstRows } from '../http/first-rows';
import { addFilters, type FilterConditions, isOneOf } from '../http/filter-conditions';
import type { Page } from '../http/list-answer';
import type { ListQuery, ListSpec } from '../http/list-query';
import { pageOf } from '../http/page-of';
import { SqlConditions } from '../http/sql-conditions';
import { SchoolsService } from '../schools/schools.service';
import { VISIT_SPEC } from '../visits/visit-list';
import { VisitsService } from '../visits/visits.service';
import { SELECT_TIMELINE, type TimelineRow, type ToldAnswer } from './school-timeline.queries';

export const TIMELINE_SPEC: ListSpec<typeof TIMELINE_LIST> = {
  filters: TIMELINE_LIST.filters,
  sorts: { on: 't.day' },
  defaultOrder: 't.day DESC NULLS FIRST',
  // On one day what was planned stands above what came of it, and the register below both.
  tieBreak: `array_position(ARRAY['visit', 'survey', 'action', 'plan', 'answer', 'mail', 'register'], t.kind), t.at DESC, t.ref, t.what`,
};

const CONDITIONS: FilterConditions<typeof TIMELINE_LIST> = { kind: isOneOf('t.kind') };

/** What happened at a school, in one order, whatever it was. */
@Injectable()
export class SchoolTimelineService {
  constructor(
    @InjectDataSource() private readonly dataSource: DataSource,
    private readonly schools: SchoolsService,
    private readonly visits: VisitsService,
    private readonly actions: FollowUpActionsService,
  ) {}

  /** @throws 404 */
  async list(
    schoolId: string,
    query: ListQuery<typeof TIMELINE_LIST>,
  ): Promise<Page<TimelineEntry>> {
    const conditions = addFilters(new SqlConditions(), CONDITIONS, query.filter);
    const select = SELECT_TIMELINE.write(schoolId);
    const page = await pageOf<TimelineRow>(
      this.dataSource,
      { select, conditions, order: query.order },
      query,
    );
    // Nothing happened at a school that is not on record.
    if (page.rows.length === 0) await this.schools.get(schoolId);
    const [visits, actions] = await Promise.all([
      this.visitsOf(page.rows),
      this.actionsOf(page.rows),
    ]);
    return { ...page, rows: page.rows.map((row) => asEntry(row, visits, actions)) };
  }

  private async visitsOf(rows: TimelineRow[]): Promise<Map<string, Visit>> {
    const ids = idsOf(rows, 'visit');
    if (ids.length === 0) return new Map();
    const { rows: visits } = await this.visits.list(firstRows(VISIT_SPEC, { id: ids }, EACH));
    return byId(visits);
  }

  private async actionsOf(rows: TimelineRow[]): Promise<Map<string, FollowUpAction>> {
    const ids = idsOf(rows, 'action');
    if (ids.length === 0) return new Map();
    const { rows: actions } = await this.actions.list(firstRows(ACTION_SPEC, { id: ids }, EACH));
    return byId(actions);
  }
}

/** More than a page has, so that none is left to be counted. */
const EACH = { rows: MAX_PAGE };

const idsOf = (rows: TimelineRow[], kind: TimelineKind): string[] =>
  rows.filter((row) => row.kind === kind).map(({ ref }) => ref);

const byId = <T extends { id: string }>(records: T[]): Map<string, T> =>
  new Map(records.map((record) => [record.id, record]));

function asEntry(
  { kind, ref, on, schoolId, schoolName, what, successor, told }: TimelineRow,
  visits: Map<string, Visit>,
  actions: Map<string, FollowUpAction>,
): TimelineEntry {
  return {
    id: [kind, ref, what, successor].filter(Boolean).join(':'),
    kind,
    on,
    schoolId,
    schoolName,
    visit: visits.get(ref) ?? null,
    rehomed: kind === 'visit' ? (told as TimelineRehomed | null) : null,
    action: actions.get(ref) ?? null,
    survey: kind === 'survey' ? (told as TimelineSurvey) : null,
    plan: kind === 'plan' ? (told as TimelinePlan) : null,
    answer: kind === 'answer' ? inWords(told as ToldAnswer) : null,
    mail: kind === 'mail' ? (told as TimelineMail) : null,
    event: what && { what, successorName: successor },
  };
}

function inWords(told: ToldAnswer): TimelineAnswer {
  if ('answer' in told) return { words: schoolAnswerInWords(told.answer), visitId: null };
  const { cannotOn: day, said, visitId } = told;
  return { words: schoolAnswerInWords({ kind: 'cannot', day, ...said }), visitId };
}
