import type { Sql } from '@tracker/server';
import type { DataSource, EntityManager } from 'typeorm';
import type { Page } from './list-answer';
import type { ListQuery } from './list-query';
import type { SqlConditions } from './sql-conditions';

/** What a page is found among, before anything is joined that is merely shown. */
export interface NarrowRows {
  /** SELECT .. FROM .. without WHERE, on which every condition and order holds. */
  select: Sql | string;
  /** The whole statement's SELECT .. FROM .. of some of these rows, given in brackets. */
  around: (some: string) => Sql | string;
}

/** How a list is read with less than its whole statement. */
export interface FasterWays {
  /** Of a list that joins more to a row than finding it needs. */
  narrow?: NarrowRows;
  /**
   * SELECT .. FROM .. without WHERE, on which every condition holds and the number of rows is the
   * same. Tables that only some conditions ask of are joined by LEFT JOIN on their key: PostgreSQL
   * leaves those out that none asks of.
   */
  counted?: Sql | string;
}

/**
 * One page of a list and the number of all its rows.
 *
 * @param select SELECT .. FROM .. without WHERE; what it binds is bound through `conditions` too
 * @param ways each binds the same
 */
export async function pageOf<Row>(
  database: DataSource | EntityManager,
  select: Sql | string,
  { where, values }: SqlConditions,
  { order, limit, offset }: ListQuery,
  { narrow, counted }: FasterWays = {},
): Promise<Page<Row>> {
  const found = narrow?.select ?? select;
  const page = `${found} ${where} ORDER BY ${order} LIMIT ${Number(limit)} OFFSET ${Number(offset)}`;
  const rows: Row[] = await database.query(
    narrow ? `${narrow.around(`(${page})`)} ORDER BY ${order}` : page,
    values,
  );
  if (offset === 0 && rows.length < limit) return { rows, total: rows.length };
  // Every value that was bound must be used, and an order (of a search, say) may have bound one.
  const ordered = /\$\d/.test(order) ? `ORDER BY ${order}` : '';
  // Columns nobody asks for are never computed, so the whole statement may stand inside.
  const [count]: { total: number }[] = await database.query(
    `SELECT count(*)::int AS total FROM (${counted ?? found} ${where} ${ordered}) AS counted`,
    values,
  );
  return { rows, total: count?.total ?? 0 };
}
