import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { REPORT_TEMPLATE_LIST, type ReportTemplate } from '@tracker/contract';
import { columnFaults } from '@tracker/domain';
import { ReportTemplateEntity, sql, statement } from '@tracker/data';
import { DataSource, type EntityManager } from 'typeorm';
import { isOneOfIds } from '../http/filter-conditions';
import type { ListSpec } from '../http/list-query';
import { unacceptableField } from '../http/problem';
import { Transactions } from '../http/transactions';
import { type RecordKind, RecordsService } from '../records/records-service';
import { ReportColumnsService } from './report-columns.service';
import type { NewReportTemplateDto } from './report-templates.dto';

export const REPORT_TEMPLATE_SPEC: ListSpec<typeof REPORT_TEMPLATE_LIST> = {
  filters: REPORT_TEMPLATE_LIST.filters,
  sorts: { id: 't.id', name: 't.name COLLATE "und-x-icu"', updatedAt: 't.updated_at' },
  defaultOrder: 't.name COLLATE "und-x-icu"',
  tieBreak: 't.id',
};

const SELECT = sql<ReportTemplate>`
  SELECT t.id, t.version, t.created_at AS "createdAt", t.updated_at AS "updatedAt", t.name, t.columns
  FROM report_templates t`;

const TEMPLATES: RecordKind<typeof REPORT_TEMPLATE_LIST, ReportTemplate, ReportTemplateEntity> = {
  what: 'the template',
  entity: ReportTemplateEntity,
  spec: REPORT_TEMPLATE_SPEC,
  conditions: { id: isOneOfIds('t.id') },
  select: SELECT,
  read: statement(
    'reports.read-template',
    (id: string) => sql<ReportTemplate>`${SELECT} WHERE t.id = ${id}`,
  ),
};

const SAME_NAME = statement(
  'reports.template-of-name',
  (name: string, exceptId: string | null) => sql`
  SELECT FROM report_templates WHERE lower(name) = lower(${name})
    AND id IS DISTINCT FROM ${exceptId}::uuid`,
);

/** Choices of columns that the hub keeps for its annual returns. */
@Injectable()
export class ReportTemplatesService extends RecordsService<
  typeof REPORT_TEMPLATE_LIST,
  ReportTemplate,
  ReportTemplateEntity,
  NewReportTemplateDto
> {
  protected readonly kind = TEMPLATES;

  constructor(
    @InjectDataSource() dataSource: DataSource,
    transactions: Transactions,
    private readonly columns: ReportColumnsService,
  ) {
    super(dataSource, transactions);
  }

  /** @throws 422 no name, no columns, unknown columns */
  protected override async check(
    manager: EntityManager,
    { name, columns }: NewReportTemplateDto,
    template: ReportTemplateEntity | null,
  ): Promise<void> {
    const [fault] = columnFaults(columns);
    if (fault) throw unacceptableField('columns', fault);
    await this.columns.requireKnown(manager, columns);
    if (await SAME_NAME.row(manager, name, template?.id ?? null)) {
      throw unacceptableField('name', `There is a template called ${name} already.`);
    }
  }
}
