import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { AuditEntry } from '@tracker/contract';
import type { DataSource } from 'typeorm';
import type { Page } from '../http/list-answer';
import type { ListQuery } from '../http/list-query';
import { type ListStatement, pageOfList } from '../http/list-statement';
import type { SqlConditions } from '../http/sql-conditions';
import { auditConditions, ENTRIES, historyConditions } from './audit-list';
import { type KnownNames, namesIn, questionsIn } from './audit-names';
import { asEntry, type EntryRow } from './audit-row';

/** Reads the audit trail. Nothing of the API's writes it: the database does. */
@Injectable()
export class AuditService {
  constructor(@InjectDataSource() private readonly dataSource: DataSource) {}

  /** Everything. */
  list(query: ListQuery): Promise<Page<AuditEntry>> {
    return pageOfList(this.dataSource, this.listed(query), query);
  }

  /** What the list reads. */
  listed(query: ListQuery): AuditStatement {
    return this.statement(query, auditConditions(query));
  }

  /** What happened to records that everybody may read. */
  history(query: ListQuery): Promise<Page<AuditEntry>> {
    const { schoolId, visitId, regionId } = query.filter;
    const within = schoolId ? 'schools' : visitId ? 'visits' : regionId ? 'regions' : undefined;
    const statement = this.statement(query, historyConditions(query), within);
    return pageOfList(this.dataSource, statement, query);
  }

  private statement(query: ListQuery, conditions: SqlConditions, within?: string): AuditStatement {
    const known: KnownNames = new Map();
    return {
      select: ENTRIES.write(),
      conditions,
      order: orderOf(query),
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
function orderOf({ order, filter }: ListQuery): string {
  if (filter['q']) {
    const at = "e.at + interval '0'";
    return order.includes(' ASC') ? `${at}, e.id` : `${at} DESC, e.id DESC`;
  }
  return order.includes(' ASC') ? 'e.at, e.id' : 'e.at DESC, e.id DESC';
}
