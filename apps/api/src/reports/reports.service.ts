import { Inject, Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { mayRunTheHub, type Report, type SignedInUser } from '@tracker/contract';
import { FORMATS_OF, reportFaults, reportFileName, reportParameters } from '@tracker/domain';
import {
  Clock,
  discardReport,
  ENV,
  JobQueue,
  RegionEntity,
  ReportEntity,
  ReportTemplateEntity,
  type ServerEnv,
} from '@tracker/server';
import type { DataSource, EntityManager } from 'typeorm';
import type { Page } from '../http/list-answer';
import type { ListQuery } from '../http/list-query';
import { asStored, pageOfList } from '../http/list-statement';
import { forbidden, notFound, unacceptable, unacceptableField } from '../http/problem';
import { Transactions } from '../http/transactions';
import { tooMany } from '../throttle/too-many';
import { ReportColumnsService } from './report-columns.service';
import { reportConditions, SELECT_REPORT } from './report-list';
import type { NewReportDto } from './reports.dto';

/** More of one person's than so many are not kept waiting. */
const MOST_WAITING = 10;
const WAIT_MS = 60_000;

/** Files that are made in the background and kept for a week. */
@Injectable()
export class ReportsService {
  constructor(
    @InjectDataSource() private readonly dataSource: DataSource,
    @Inject(ENV) private readonly env: ServerEnv,
    private readonly transactions: Transactions,
    private readonly queue: JobQueue,
    private readonly clock: Clock,
    private readonly columns: ReportColumnsService,
  ) {}

  list(query: ListQuery): Promise<Page<Report>> {
    const { filter, order } = query;
    const conditions = reportConditions(filter);
    const statement = { select: SELECT_REPORT, conditions, order, rows: asStored<Report> };
    return pageOfList<Report, Report>(this.dataSource, statement, query);
  }

  /** @throws 404 */
  async get(id: string, manager: EntityManager = this.dataSource.manager): Promise<Report> {
    const [report]: Report[] = await manager.query(`${SELECT_REPORT} WHERE p.id = $1`, [id]);
    if (!report) throw notFound('the report');
    return report;
  }

  /**
   * Queues a report. @throws 422 what is wrong with the period, region or columns; 429 when too many
   * of the same person's wait already
   */
  async create(input: NewReportDto, user: SignedInUser): Promise<Report> {
    const today = this.clock.today();
    const queued = await this.transactions.write(async (manager) => {
      const asked = { ...input, columns: await columnsOf(manager, input) };
      const faults = reportFaults(asked, today);
      if (faults.length > 0) throw unacceptable(faults);
      await this.columns.requireKnown(manager, asked.columns ?? []);
      await requireRegion(manager, input.regionId);
      await requireFewWaiting(manager, user.id);
      const { kind, format = FORMATS_OF[kind][0] ?? 'pdf' } = input;
      const parameters = reportParameters(asked, today);
      const fileName = reportFileName(kind, format, parameters);
      const row = { kind, format, parameters, fileName, requestedById: user.id };
      const { id } = await manager.save(ReportEntity, manager.create(ReportEntity, row));
      return this.get(id, manager);
    });
    await this.queue.nudge('make-reports', {});
    return queued;
  }

  /**
   * Takes a report away, finished or not, and its file.
   *
   * @throws 404; 403 somebody else's, unless one runs the hub
   */
  async remove(id: string, user: SignedInUser): Promise<Report> {
    const { report, storedAs } = await this.transactions.write(async (manager) => {
      const present = await this.get(id, manager);
      if (present.requestedById !== user.id && !mayRunTheHub(user)) {
        throw forbidden('Only whoever asked for a report may remove it.');
      }
      const row = await manager.findOneBy(ReportEntity, { id });
      await manager.delete(ReportEntity, { id });
      return { report: present, storedAs: row?.storedAs };
    });
    if (storedAs) await discardReport(this.env.dataDir, storedAs);
    return report;
  }
}

/** The columns asked for, by name or as a template. */
async function columnsOf(
  manager: EntityManager,
  { columns, templateId }: NewReportDto,
): Promise<string[] | undefined> {
  if (templateId === undefined) return columns;
  if (columns !== undefined) {
    throw unacceptableField('templateId', 'Name a template or columns, not both.');
  }
  const template = await manager.findOneBy(ReportTemplateEntity, { id: templateId });
  if (!template) throw unacceptableField('templateId', 'This template is not there any more.');
  return template.columns;
}

async function requireRegion(manager: EntityManager, id: string | undefined): Promise<void> {
  if (id === undefined || (await manager.existsBy(RegionEntity, { id }))) return;
  throw unacceptableField('regionId', 'This region is not on record.');
}

async function requireFewWaiting(manager: EntityManager, userId: string): Promise<void> {
  const [{ waiting }]: [{ waiting: number }] = await manager.query(
    `SELECT count(*)::int AS waiting FROM reports
     WHERE requested_by_id = $1 AND status IN ('queued', 'running')`,
    [userId],
  );
  if (waiting >= MOST_WAITING) {
    throw tooMany(`${MOST_WAITING} of your reports are still being made.`, WAIT_MS);
  }
}
