import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { type VisitCycle, VISIT_CYCLE_LIST } from '@tracker/contract';
import { type AcademicYear, visitCycleOn, visitCycleSpan } from '@tracker/domain';
import { Clock } from '@tracker/work';
import { COUNT_COVERAGE, getHubSettings, readScopeDay, sql, statement } from '@tracker/data';
import type { DataSource } from 'typeorm';
import { addFilters, type FilterConditions, is, isOneOfIds } from '../http/filter-conditions';
import type { Page } from '../http/list-answer';
import type { ListQuery, ListSpec } from '../http/list-query';
import { pageOf } from '../http/page-of';
import { notFound } from '../http/problem';
import { SqlConditions } from '../http/sql-conditions';

export const VISIT_CYCLE_SPEC: ListSpec<typeof VISIT_CYCLE_LIST> = {
  filters: VISIT_CYCLE_LIST.filters,
  sorts: { id: 'c.id', startsIn: 'c.starts_in' },
  defaultOrder: 'c.starts_in DESC',
  tieBreak: 'c.id',
};

const CONDITIONS: FilterConditions<typeof VISIT_CYCLE_LIST> = {
  id: isOneOfIds('c.id'),
  startsIn: is('c.starts_in'),
};

type CycleRow = Pick<VisitCycle, 'id' | 'version' | 'createdAt' | 'updatedAt' | 'startsIn'>;

const SELECT_CYCLE = sql`
  SELECT c.id, c.version, c.created_at AS "createdAt", c.updated_at AS "updatedAt",
    c.starts_in AS "startsIn"
  FROM visit_cycles c`;

const READ_CYCLE = statement(
  'visit-cycles.read',
  (id: string) => sql<CycleRow>`${SELECT_CYCLE} WHERE c.id = ${id}`,
);

const READ_CYCLE_FROM = statement(
  'visit-cycles.read-from',
  (startsIn: AcademicYear) => sql<CycleRow>`${SELECT_CYCLE} WHERE c.starts_in = ${startsIn}`,
);

const IS_OPEN = statement(
  'visit-cycles.is-open',
  (startsIn: AcademicYear) => sql`SELECT FROM visit_cycles WHERE starts_in = ${startsIn}`,
);

const OPEN = statement(
  'visit-cycles.open',
  (startsIn: AcademicYear) => sql`
  INSERT INTO visit_cycles (starts_in) VALUES (${startsIn}) ON CONFLICT (starts_in) DO NOTHING`,
);

@Injectable()
export class VisitCyclesService {
  constructor(
    @InjectDataSource() private readonly dataSource: DataSource,
    private readonly clock: Clock,
  ) {}

  async list(query: ListQuery<typeof VISIT_CYCLE_LIST>): Promise<Page<VisitCycle>> {
    await this.openCurrentCycle();
    const conditions = addFilters(new SqlConditions(), CONDITIONS, query.filter);
    const page = await pageOf<CycleRow>(
      this.dataSource,
      { select: SELECT_CYCLE, conditions, order: query.order },
      query,
    );
    return { ...page, rows: await Promise.all(page.rows.map((row) => this.asCycle(row))) };
  }

  /** @throws 404 */
  async get(id: string): Promise<VisitCycle> {
    const row = await READ_CYCLE.row(this.dataSource, id);
    if (!row) throw notFound('the visit cycle');
    return this.asCycle(row);
  }

  /** The cycle that today is in. */
  async getCurrent(): Promise<VisitCycle> {
    const startsIn = await this.openCurrentCycle();
    const row = await READ_CYCLE_FROM.row(this.dataSource, startsIn);
    if (!row) throw notFound('the visit cycle');
    return this.asCycle(row);
  }

  /** The cycle that today is in opens by itself; gives its first academic year. */
  private async openCurrentCycle(): Promise<string> {
    const { firstCycleStartsIn } = await getHubSettings(this.dataSource.manager);
    const { startsIn } = visitCycleOn(this.clock.today(), firstCycleStartsIn);
    // Looked for first: a database that takes no writes has it nearly always.
    if (!(await IS_OPEN.row(this.dataSource, startsIn))) await OPEN.run(this.dataSource, startsIn);
    return startsIn;
  }

  private async asCycle(row: CycleRow): Promise<VisitCycle> {
    const { opensOn, closesOn } = visitCycleSpan(row.startsIn);
    const span = { from: opensOn, to: closesOn };
    // A cycle that is over keeps the schools it had on its last day.
    const { manager } = this.dataSource;
    const scopeDay = await readScopeDay(manager, closesOn, this.clock.today());
    const coverage = await COUNT_COVERAGE.one(manager, span, scopeDay);
    return { ...row, opensOn, closesOn, ...coverage };
  }
}
