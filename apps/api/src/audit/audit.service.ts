import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { AuditEntry } from '@tracker/contract';
import type { DataSource } from 'typeorm';
import type { Page } from '../http/list-answer';
import type { ListQuery } from '../http/list-query';
import { pageOf } from '../http/page-of';
import type { SqlConditions } from '../http/sql-conditions';
import { auditConditions, historyConditions, SELECT_ENTRY } from './audit-list';
import { namesIn } from './audit-names';
import { asEntry, type EntryRow } from './audit-row';

/** Reads the audit trail. Nothing of the API's writes it: the database does. */
@Injectable()
export class AuditService {
  constructor(@InjectDataSource() private readonly dataSource: DataSource) {}

  /** Everything. */
  list(query: ListQuery): Promise<Page<AuditEntry>> {
    return this.page(query, auditConditions(query));
  }

  /** What happened to records that everybody may read. */
  history(query: ListQuery): Promise<Page<AuditEntry>> {
    const { schoolId, visitId, regionId } = query.filter;
    const within = schoolId ? 'schools' : visitId ? 'visits' : regionId ? 'regions' : undefined;
    return this.page(query, historyConditions(query), within);
  }

  private async page(
    query: ListQuery,
    conditions: SqlConditions,
    within?: string,
  ): Promise<Page<AuditEntry>> {
    // An id is never null, and said otherwise its index would not serve the order.
    const order = query.order.replace(' NULLS LAST', '');
    const page = await pageOf<EntryRow>(this.dataSource, SELECT_ENTRY, conditions, {
      ...query,
      order,
    });
    const names = await namesIn(this.dataSource, page.rows);
    return { ...page, rows: page.rows.map((row) => asEntry(row, names, within)) };
  }
}
