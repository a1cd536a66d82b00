import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { type KnownName, KNOWN_NAME_LIST } from '@tracker/contract';
import { KnownNameEntity, sql, statement } from '@tracker/data';
import type { DataSource } from 'typeorm';
import {
  addFilters,
  type FilterConditions,
  contains,
  isOneOf,
  isOneOfIds,
} from '../http/filter-conditions';
import type { Page } from '../http/list-answer';
import type { ListQuery, ListSpec } from '../http/list-query';
import { asStored, pageOfList } from '../http/list-statement';
import { notFound } from '../http/problem';
import { SqlConditions } from '../http/sql-conditions';
import { Transactions } from '../http/transactions';

export const KNOWN_NAME_SPEC: ListSpec<typeof KNOWN_NAME_LIST> = {
  filters: KNOWN_NAME_LIST.filters,
  sorts: { name: 'n.name COLLATE "und-x-icu"', createdAt: 'n.created_at', kind: 'n.kind' },
  defaultOrder: 'n.name COLLATE "und-x-icu"',
  tieBreak: 'n.id',
};

const CONDITIONS: FilterConditions<typeof KNOWN_NAME_LIST> = {
  id: isOneOfIds('n.id'),
  kind: isOneOf('n.kind'),
  q: contains(`concat_ws(' ', n.name, s.name, u.name)`),
};

const KNOWN_NAMES = statement(
  'imports.known-names',
  () => sql<KnownName>`
  SELECT n.id, n.version, n.created_at AS "createdAt", n.updated_at AS "updatedAt", n.kind, n.name,
    n.school_id AS "schoolId", s.name AS "schoolName", s.urn AS "schoolUrn", n.user_id AS "userId",
    u.name AS "userName", b.name AS "rememberedByName"
  FROM known_names n
  LEFT JOIN schools s ON s.id = n.school_id
  LEFT JOIN users u ON u.id = n.user_id
  LEFT JOIN users b ON b.id = n.remembered_by_id`,
);

/** Names of schools and people as this hub writes them, said once and known from then on. */
@Injectable()
export class KnownNamesService {
  constructor(
    @InjectDataSource() private readonly dataSource: DataSource,
    private readonly transactions: Transactions,
  ) {}

  list(query: ListQuery<typeof KNOWN_NAME_LIST>): Promise<Page<KnownName>> {
    const conditions = addFilters(new SqlConditions(), CONDITIONS, query.filter);
    const rows = asStored<KnownName>;
    const select = KNOWN_NAMES.write();
    return pageOfList(this.dataSource, { select, conditions, order: query.order, rows }, query);
  }

  /** @throws 404 */
  async forget(id: string): Promise<void> {
    await this.transactions.write(async (manager) => {
      const { affected } = await manager.delete(KnownNameEntity, { id });
      if (affected === 0) throw notFound('the name');
    });
  }
}
