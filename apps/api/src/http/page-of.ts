import type { DataSource, EntityManager } from 'typeorm';
import type { Page } from './list-answer';
import type { ListQuery } from './list-query';
import type { SqlConditions } from './sql-conditions';

/**
 * One page of a list and the number of all its rows.
 *
 * @param select SELECT .. FROM .. without WHERE; what it binds is bound through `conditions` too
 */
export async function pageOf<Row>(
  database: DataSource | EntityManager,
  select: string,
  { where, values }: SqlConditions,
  { order, limit, offset }: ListQuery,
): Promise<Page<Row>> {
  const rows: Row[] = await database.query(
    `${select} ${where} ORDER BY ${order} LIMIT ${Number(limit)} OFFSET ${Number(offset)}`,
    values,
  );
  if (offset === 0 && rows.length < limit) return { rows, total: rows.length };
  // Every value that was bound must be used, and an order (of a search, say) may have bound one.
  const ordered = /\$\d/.test(order) ? `ORDER BY ${order}` : '';
  // Columns nobody asks for are never computed, so the whole statement may stand inside.
  const [count]: { total: number }[] = await database.query(
    `SELECT count(*)::int AS total FROM (${select} ${where} ${ordered}) AS counted`,
    values,
  );
  return { rows, total: count?.total ?? 0 };
}
