import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { Report, SignedInUser } from '@tracker/contract';
import {
  composeStakeholder,
  FORMATS_OF,
  missingInPdfOf,
  type ReportFormat,
  type ReportParameters,
  reportFaults,
  reportFileName,
  reportParameters,
} from '@tracker/domain';
import { Clock, JobQueue } from '@tracker/work';
import {
  RegionEntity,
  ReportEntity,
  ReportFiguresEntity,
  ReportTemplateEntity,
  sql,
  statement,
} from '@tracker/data';
import type { DataSource, EntityManager } from 'typeorm';
import { unacceptable, unacceptableField } from '../http/problem';
import { Transactions } from '../http/transactions';
import { tooMany } from '../throttle/too-many';
import { ReportColumnsService } from './report-columns.service';
import { getReport } from './report-list';
import type { NewReportDto } from './reports.dto';
import { StakeholderFiguresService } from './stakeholder-figures.service';

/** More of one person's than so many are not kept waiting. */
const MOST_WAITING = 10;
const WAIT_MS = 60_000;

const COUNT_WAITING = statement(
  'reports.count-waiting',
  (userId: string) => sql<{ waiting: number }>`
  SELECT count(*)::int AS waiting FROM reports
  WHERE requested_by_id = ${userId} AND status IN ('queued', 'running')`,
);

/** Takes what somebody wants to have made. */
@Injectable()
export class ReportRequestsService {
  constructor(
    @InjectDataSource() private readonly dataSource: DataSource,
    private readonly transactions: Transactions,
    private readonly queue: JobQueue,
    private readonly clock: Clock,
    private readonly columns: ReportColumnsService,
    private readonly figures: StakeholderFiguresService,
  ) {}

  /**
   * Queues a report. The figures of a stakeholder report are those of this moment.
   *
   * @throws 422 what is wrong with the period, region or columns; 429 when too many of the same
   *   person's wait already
   */
  async create(input: NewReportDto, user: SignedInUser): Promise<Report> {
    const { kind } = input;
    const { format, parameters } = await this.check(input);
    const isStakeholder = kind === 'stakeholder';
    const figures = isStakeholder ? await this.figures.of(parameters, this.clock.today()) : null;
    const missingInPdf =
      figures && format === 'pdf' ? missingInPdfOf(composeStakeholder(figures)) : [];
    const queued = await this.transactions.write(async (manager) => {
      await requireFewWaiting(manager, user.id);
      const fileName = reportFileName(kind, format, parameters);
      const row = { kind, format, parameters, fileName, missingInPdf, requestedById: user.id };
      const { id } = await manager.save(ReportEntity, manager.create(ReportEntity, row));
      if (figures) {
        const kept = manager.create(ReportFiguresEntity, { reportId: id, figures });
        await manager.save(ReportFiguresEntity, kept);
      }
      return getReport(manager, id);
    });
    await this.queue.nudge('make-reports', {});
    return queued;
  }

  private async check(
    input: NewReportDto,
  ): Promise<{ format: ReportFormat; parameters: ReportParameters }> {
    const today = this.clock.today();
    const { manager } = this.dataSource;
    const asked = { ...input, columns: await columnsOf(manager, input) };
    const faults = reportFaults(asked, today);
    if (faults.length > 0) throw unacceptable(faults);
    await this.columns.requireKnown(manager, asked.columns ?? []);
    await requireRegion(manager, input.regionId);
    const { format = FORMATS_OF[input.kind][0] ?? 'pdf' } = input;
    return { format, parameters: reportParameters(asked, today) };
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
  const waiting = (await COUNT_WAITING.row(manager, userId))?.waiting ?? 0;
  if (waiting >= MOST_WAITING) {
    throw tooMany(`${MOST_WAITING} of your reports are still being made.`, WAIT_MS);
  }
}
