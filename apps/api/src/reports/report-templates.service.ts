import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { REPORT_TEMPLATE_LIST, type ReportTemplate } from '@tracker/contract';
import { columnFaults } from '@tracker/domain';
import { ReportTemplateEntity, sql, statement } from '@tracker/data';
import type { DataSource, EntityManager } from 'typeorm';
import { refuseOtherChanges } from '../http/echoed-fields';
import { addFilters, type FilterConditions, isOneOfIds } from '../http/filter-conditions';
import type { Page } from '../http/list-answer';
import type { ListQuery, ListSpec } from '../http/list-query';
import { pageOf } from '../http/page-of';
import { notFound, unacceptableField } from '../http/problem';
import { SqlConditions } from '../http/sql-conditions';
import { Transactions } from '../http/transactions';
import { lockForChange } from '../http/version';
import { ReportColumnsService } from './report-columns.service';
import type { NewReportTemplateDto, ReportTemplateChangeDto } from './report-templates.dto';

export const REPORT_TEMPLATE_SPEC: ListSpec<typeof REPORT_TEMPLATE_LIST> = {
  filters: REPORT_TEMPLATE_LIST.filters,
  sorts: { id: 't.id', name: 't.name COLLATE "und-x-icu"', updatedAt: 't.updated_at' },
  defaultOrder: 't.name COLLATE "und-x-icu"',
  tieBreak: 't.id',
};

const CONDITIONS: FilterConditions<typeof REPORT_TEMPLATE_LIST> = { id: isOneOfIds('t.id') };

const SELECT = sql<ReportTemplate>`
  SELECT t.id, t.version, t.created_at AS "createdAt", t.updated_at AS "updatedAt", t.name, t.columns
  FROM report_templates t`;

const READ = statement(
  'reports.read-template',
  (id: string) => sql<ReportTemplate>`${SELECT} WHERE t.id = ${id}`,
);

const SAME_NAME = statement(
  'reports.template-of-name',
  (name: string, exceptId: string | null) => sql`
  SELECT FROM report_templates WHERE lower(name) = lower(${name})
    AND id IS DISTINCT FROM ${exceptId}::uuid`,
);

/** Choices of columns that the hub keeps for its annual returns. */
@Injectable()
export class ReportTemplatesService {
  constructor(
    @InjectDataSource() private readonly dataSource: DataSource,
    private readonly transactions: Transactions,
    private readonly columns: ReportColumnsService,
  ) {}

  list(query: ListQuery<typeof REPORT_TEMPLATE_LIST>): Promise<Page<ReportTemplate>> {
    const conditions = addFilters(new SqlConditions(), CONDITIONS, query.filter);
    return pageOf<ReportTemplate>(
      this.dataSource,
      { select: SELECT, conditions, order: query.order },
      query,
    );
  }

  /** @throws 404 */
  async get(id: string, manager: EntityManager = this.dataSource.manager): Promise<ReportTemplate> {
    const template = await READ.row(manager, id);
    if (!template) throw notFound('the template');
    return template;
  }

  /** @throws 422 no name, no columns, unknown columns */
  create(input: NewReportTemplateDto): Promise<ReportTemplate> {
    return this.transactions.write(async (manager) => {
      await this.require(manager, input);
      const row = manager.create(ReportTemplateEntity, input);
      const { id } = await manager.save(ReportTemplateEntity, row);
      return this.get(id, manager);
    });
  }

  change(id: string, sent: ReportTemplateChangeDto): Promise<ReportTemplate> {
    const { version, ...input } = sent;
    return this.transactions.write(async (manager) => {
      const present = () => this.get(id, manager);
      const what = 'the template';
      const row = await lockForChange(manager, ReportTemplateEntity, id, {
        what,
        version,
        present,
      });
      refuseOtherChanges(sent, await present());
      await this.require(manager, input, id);
      await manager.save(ReportTemplateEntity, Object.assign(row, input));
      return present();
    });
  }

  remove(id: string): Promise<ReportTemplate> {
    return this.transactions.write(async (manager) => {
      const template = await this.get(id, manager);
      await manager.delete(ReportTemplateEntity, { id });
      return template;
    });
  }

  private async require(
    manager: EntityManager,
    { name, columns }: NewReportTemplateDto,
    exceptId: string | null = null,
  ): Promise<void> {
    const [fault] = columnFaults(columns);
    if (fault) throw unacceptableField('columns', fault);
    await this.columns.requireKnown(manager, columns);
    if (await SAME_NAME.row(manager, name, exceptId)) {
      throw unacceptableField('name', `There is a template called ${name} already.`);
    }
  }
}
