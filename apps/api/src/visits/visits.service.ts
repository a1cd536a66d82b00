import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { SignedInUser, Visit, VISIT_LIST } from '@tracker/contract';
import {
  academicYearOf,
  type Day,
  isUnlogged,
  peopleMetInWords,
  saidInWords,
} from '@tracker/domain';
import { Clock, JobQueue } from '@tracker/work';
import { getHubSettings, recordVisitEvent, VisitEntity } from '@tracker/data';
import type { DataSource, EntityManager } from 'typeorm';
import { requireWriteAtSchool, type Writer, writerId } from '../auth/access';
import { addFilters } from '../http/filter-conditions';
import type { Page } from '../http/list-answer';
import type { ListQuery } from '../http/list-query';
import { type ListStatement, pageOfList } from '../http/list-statement';
import { notFound, unacceptableField } from '../http/problem';
import { SqlConditions } from '../http/sql-conditions';
import { Transactions } from '../http/transactions';
import { requireStaff } from '../users/require-staff';
import { COUNTED_VISITS, READ_VISIT, SELECT_VISIT, type VisitOnRecord } from './visit.queries';
import { VISIT_CONDITIONS } from './visit-list';
import { VisitWarningsService } from './visit-warnings.service';
import type { NewVisitDto } from './visits.dto';

@Injectable()
export class VisitsService {
  constructor(
    @InjectDataSource() private readonly dataSource: DataSource,
    private readonly transactions: Transactions,
    private readonly clock: Clock,
    private readonly warnings: VisitWarningsService,
    private readonly jobs: JobQueue,
  ) {}

  async list(query: ListQuery<typeof VISIT_LIST>): Promise<Page<Visit>> {
    return pageOfList(this.dataSource, await this.listed(query), query);
  }

  /** What the list reads. */
  async listed(query: ListQuery<typeof VISIT_LIST>): Promise<ListStatement<Visit, VisitOnRecord>> {
    const today = this.clock.today();
    const { kindsNotCounting } = await getHubSettings(this.dataSource.manager);
    const asked = { today, kindsNotCounting };
    const conditions = addFilters(new SqlConditions(), VISIT_CONDITIONS, query.filter, asked);
    const rows = (stored: VisitOnRecord[]) => stored.map((row) => asVisit(row, today));
    return {
      select: SELECT_VISIT,
      counted: COUNTED_VISITS,
      conditions,
      order: query.order,
      rows,
    };
  }

  /** @throws 404 */
  async get(id: string, manager: EntityManager = this.dataSource.manager): Promise<Visit> {
    const row = await READ_VISIT.row(manager, id);
    if (!row) throw notFound('the visit');
    return asVisit(row, this.clock.today());
  }

  /** A proposed visit, or a scheduled one when it has a day. */
  async create(user: SignedInUser, input: NewVisitDto): Promise<Visit> {
    const visit = await this.transactions.write((manager) => this.createIn(manager, user, input));
    await this.jobs.nudge('refresh-priority-scores', {});
    return visit;
  }

  /** The same as a part of something larger, whose transaction and nudge are the caller's. */
  async createIn(
    manager: EntityManager,
    user: Writer,
    { accepting, ...input }: NewVisitDto,
  ): Promise<Visit> {
    const school = await requireWriteAtSchool(manager, user, input.schoolId);
    if (school.status === 'closed') {
      throw unacceptableField(
        'schoolId',
        `${school.name} is closed. Plan the visit at the school that followed it.`,
      );
    }
    await requireStaff(manager, 'visitorId', input.visitorId);
    const status = input.scheduledOn ? 'scheduled' : 'proposed';
    const overrode = await this.warnings.overridden(manager, input, accepting);
    const visit = await manager.save(
      VisitEntity,
      manager.create(VisitEntity, { ...input, status }),
    );
    const event = { kind: status, byId: writerId(user), overrode, created: true } as const;
    await recordVisitEvent(manager, visit, event);
    return this.get(visit.id, manager);
  }
}

/** What the rules say of a visit beside its row. */
function asVisit(row: VisitOnRecord, today: Day): Visit {
  const day = row.visitedOn ?? row.scheduledOn;
  const { outcome, schoolCannot } = row;
  const metWith = outcome && (outcome.metWith ?? peopleMetInWords(outcome.peopleMet));
  return {
    ...row,
    outcome: outcome && { ...outcome, metWith },
    schoolCannot: schoolCannot && { ...schoolCannot, said: saidInWords(schoolCannot.said) },
    academicYear: day === null ? null : academicYearOf(day),
    unlogged: isUnlogged(row, today),
  };
}
