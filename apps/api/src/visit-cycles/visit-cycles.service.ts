import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { VisitCycle } from '@tracker/contract';
import { visitCycleOn, visitCycleSpan } from '@tracker/domain';
import { Clock, countingVisit, getHubSettings } from '@tracker/server';
import type { DataSource } from 'typeorm';
import type { Page } from '../http/list-answer';
import type { ListQuery, ListSpec } from '../http/list-query';
import { pageOf } from '../http/page-of';
import { notFound } from '../http/problem';
import { SqlConditions } from '../http/sql-conditions';

export const VISIT_CYCLE_LIST: ListSpec = {
  filters: { id: 'uuids', startsIn: 'academicYear' },
  sorts: { id: 'c.id', startsIn: 'c.starts_in' },
  defaultOrder: 'c.starts_in DESC',
  tieBreak: 'c.id',
};

const SELECT = `
  SELECT c.id, c.version, c.created_at AS "createdAt", c.updated_at AS "updatedAt",
    c.starts_in AS "startsIn"
  FROM visit_cycles c`;

/**
 * Rule 9: schools in scope with a counting visit, theirs or a predecessor's, between two days. From
 * the visits of those days: they are few beside all there are.
 */
const COVERAGE = `
  SELECT count(*)::int AS "schoolsInScope", count(c.school_id)::int AS "schoolsCovered"
  FROM schools s
  LEFT JOIN (
    SELECT DISTINCT l.school_id
    FROM visits v JOIN school_lineage l ON l.ancestor_id = v.school_id
    WHERE ${countingVisit('$1')}
      AND v.visited_on BETWEEN $2::date AND $3::date
  ) c ON c.school_id = s.id
  WHERE s.in_scope`;

type CycleRow = Pick<VisitCycle, 'id' | 'version' | 'createdAt' | 'updatedAt' | 'startsIn'>;

@Injectable()
export class VisitCyclesService {
  constructor(
    @InjectDataSource() private readonly dataSource: DataSource,
    private readonly clock: Clock,
  ) {}

  async list(query: ListQuery): Promise<Page<VisitCycle>> {
    await this.openCurrentCycle();
    const { id, startsIn } = query.filter;
    const conditions = new SqlConditions();
    if (id) conditions.add('c.id = ANY (?::uuid[])', id);
    if (startsIn) conditions.add('c.starts_in = ?', startsIn);
    const page = await pageOf<CycleRow>(this.dataSource, SELECT, conditions, query);
    return { ...page, rows: await Promise.all(page.rows.map((row) => this.asCycle(row))) };
  }

  /** @throws 404 */
  async get(id: string): Promise<VisitCycle> {
    const [row]: CycleRow[] = await this.dataSource.query(`${SELECT} WHERE c.id = $1`, [id]);
    if (!row) throw notFound('the visit cycle');
    return this.asCycle(row);
  }

  /** The cycle that today is in. */
  async getCurrent(): Promise<VisitCycle> {
    const startsIn = await this.openCurrentCycle();
    const [row]: CycleRow[] = await this.dataSource.query(`${SELECT} WHERE c.starts_in = $1`, [
      startsIn,
    ]);
    if (!row) throw notFound('the visit cycle');
    return this.asCycle(row);
  }

  /** The cycle that today is in opens by itself; gives its first academic year. */
  private async openCurrentCycle(): Promise<string> {
    const { firstCycleStartsIn } = await getHubSettings(this.dataSource.manager);
    const { startsIn } = visitCycleOn(this.clock.today(), firstCycleStartsIn);
    // Looked for first: a database that takes no writes has it nearly always.
    const open: unknown[] = await this.dataSource.query(
      'SELECT FROM visit_cycles WHERE starts_in = $1',
      [startsIn],
    );
    if (open.length > 0) return startsIn;
    await this.dataSource.query(
      'INSERT INTO visit_cycles (starts_in) VALUES ($1) ON CONFLICT (starts_in) DO NOTHING',
      [startsIn],
    );
    return startsIn;
  }

  private async asCycle(row: CycleRow): Promise<VisitCycle> {
    const { opensOn, closesOn } = visitCycleSpan(row.startsIn);
    const { kindsNotCounting } = await getHubSettings(this.dataSource.manager);
    const [coverage]: Pick<VisitCycle, 'schoolsInScope' | 'schoolsCovered'>[] =
      await this.dataSource.query(COVERAGE, [kindsNotCounting, opensOn, closesOn]);
    return { ...row, opensOn, closesOn, ...(coverage ?? { schoolsInScope: 0, schoolsCovered: 0 }) };
  }
}
