import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { AUDIT_LIST, AuditEntry, HISTORY_LIST } from '@tracker/contract';
import type { DataSource } from 'typeorm';
import { addFilters } from '../http/filter-conditions';
import type { Page } from '../http/list-answer';
import type { ListQuery } from '../http/list-query';
import { type ListStatement, pageOfList } from '../http/list-statement';
import { SqlConditions } from '../http/sql-conditions';
import { AUDIT_CONDITIONS, ENTRIES, HISTORY_CONDITIONS, openHistory } from './audit-list';
import { type KnownNames, namesIn, questionsIn } from './audit-names';
import { asEntry, type EntryRow } from './audit-row';

/** Reads the audit trail. Nothing of the API's writes it: the database does. */
@Injectable()
export class AuditService {
  constructor(@InjectDataSource() private readonly dataSource: DataSource) {}

  /** Everything. */
  list(query: ListQuery<typeof AUDIT_LIST>): Promise<Page<AuditEntry>> {
    return pageOfList(this.dataSource, this.listed(query), query);
  }

  /** What the list reads. */
  listed(query: ListQuery<typeof AUDIT_LIST>): AuditStatement {
    const conditions = addFilters(new SqlConditions(), AUDIT_CONDITIONS, query.filter);
    return this.statement(orderOf(query, query.filter.q), conditions);
  }

  /** What happened to records that everybody may read. */
  history(query: ListQuery<typeof HISTORY_LIST>): Promise<Page<AuditEntry>> {
    const { schoolId, visitId, regionId } = query.filter;
    const within = schoolId ? 'schools' : visitId ? 'visits' : regionId ? 'regions' : undefined;
    const conditions = addFilters(openHistory(), HISTORY_CONDITIONS, query.filter);
    const statement = this.statement(orderOf(query), conditions, within);
    return pageOfList(this.dataSource, statement, query);
  }

  private statement(order: string, conditions: SqlConditions, within?: string): AuditStatement {
    const known: KnownNames = new Map();
    return {
      select: ENTRIES.write(),
      conditions,
      order,
      rows: async (stored) => {
        const names = await namesIn(this.dataSource, stored, known);
        const questions = await questionsIn(this.dataSource, stored);
        return stored.map((row) =>
          asEntry(row, { names, within, question: questions.get(row.recordId ?? '') }),
        );
      },
    };
  }
}

type AuditStatement = ListStatement<AuditEntry, EntryRow>;

/**
 * Both columns one way and nothing said of nulls, or no index would serve the order. What a search
 * finds is little: it is found first and sorted then, instead of going through all there is in order.
 */
function orderOf({ order }: Pick<ListQuery, 'order'>, q?: string): string {
  if (q) {
    const at = "e.at + interval '0'";
    return order.includes(' ASC') ? `${at}, e.id` : `${at} DESC, e.id DESC`;
  }
  return order.includes(' ASC') ? 'e.at, e.id' : 'e.at DESC, e.id DESC';
}
