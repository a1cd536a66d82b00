import { BY_ITS_VALUES, nothing, raw, rowsOf, type Sql, sql } from '@tracker/data';
import type { DataSource, EntityManager } from 'typeorm';
import type { Page } from './list-answer';
import type { ListQuery } from './list-query';
import type { SqlConditions } from './sql-conditions';

/** What a page is found among, before anything is joined that is merely shown. */
export interface NarrowRows {
  /** SELECT .. FROM .. without WHERE, on which every condition and order holds. */
  select: Sql;
  /** As many of these rows as a page can need, the first in the list's order, found some quicker way. */
  first?: (where: Sql, most: number) => Sql;
  /** SQL for how many `first` leaves out before them: the page begins so many earlier. */
  leftOut?: Sql;
  /** The whole statement's SELECT .. FROM .. of some of these rows, given in brackets. */
  around: (some: Sql) => Sql;
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
  counted?: Sql;
  /** SELECT .. AS total, where the number of rows is kept. */
  total?: Sql;
}

/** What counting a list takes of it. */
export interface CountedRows extends FasterWays {
  /** SELECT .. FROM .. without WHERE. */
  select: Sql;
  conditions: SqlConditions;
}

/** What a page of a list takes of it. */
interface PagedRows extends CountedRows {
  /** ORDER BY's text, total; in the program's own words where it is text. */
  order: Sql | string;
}

/** Which rows of a list. */
export type RowsAsked = Pick<ListQuery, 'limit' | 'offset'>;

// Lists are put together from what somebody asks for, so their statements are not declared; the
// columns of each are held to its rows by the statement that reads one of them.

/** One page of a list and the number of all its rows. */
export async function pageOf<Row>(
  database: DataSource | EntityManager,
  list: PagedRows,
  { limit, offset }: RowsAsked,
): Promise<Page<Row>> {
  const { select, conditions, order: asked, narrow } = list;
  const order = typeof asked === 'string' ? raw(asked) : asked;
  const found = narrow?.first
    ? narrow.first(conditions.where, offset + limit)
    : sql`${narrow?.select ?? select} ${conditions.where}`;
  const page = sql`${found} ORDER BY ${order}
    ${window(limit, offset, narrow?.leftOut)}`;
  const whole = narrow ? sql`${narrow.around(sql`(${page})`)} ORDER BY ${order}` : page;
  const statement = withTotal(list, whole, offset === 0 ? limit : null);
  const read = await rowsOf(database, sql<Row & Counted>`${statement}`);
  const total = takeTotal(read) ?? (offset === 0 ? 0 : await countOf(database, list));
  return { rows: read, total };
}

/**
 * Each row of a page with the number of all: one statement is sent, parsed and planned instead of two,
 * which costs more than either does, and what both begin with is done once.
 *
 * @param most rows that the page can have, where one that has fewer holds all there are
 */
function withTotal(list: CountedRows, page: Sql, most: number | null): Sql {
  const all = sql`(${counting(list)})`;
  const held = raw('(SELECT count(*)::int FROM page)');
  const total =
    most === null
      ? all
      : sql`CASE WHEN ${held} < ${raw(String(most))} THEN ${held} ELSE ${all} END`;
  return sql`${begun(list.conditions, sql`page AS (${page})`)}
    SELECT page.*, ${total} AS "rowsInAll" FROM page`;
}

interface Counted {
  rowsInAll?: number;
}

/** Takes it out again. */
function takeTotal(rows: Counted[]): number | undefined {
  const total = rows[0]?.rowsInAll;
  for (const row of rows) delete row.rowsInAll;
  return total;
}

/**
 * How a statement with conditions begins. What is filtered by is as often one of few as one of many, so
 * that it is planned by its values.
 */
function begun(conditions: SqlConditions, ...more: Sql[]): Sql {
  const byValues = conditions.areSelective ? raw(BY_ITS_VALUES) : nothing;
  return sql`${byValues}${conditions.beginning(more)}`;
}

/**
 * As text where the page is the first: a plan that PostgreSQL keeps is then for so many rows. For a number
 * that it does not know it takes a tenth of the table.
 */
function window(limit: number, offset: number, leftOut?: Sql): Sql {
  if (offset === 0) return raw(`LIMIT ${Math.trunc(limit)}`);
  return leftOut
    ? sql`LIMIT ${limit} OFFSET ${offset}::int - ${leftOut}`
    : sql`LIMIT ${limit} OFFSET ${offset}`;
}

/** The number of all rows of a list; what no condition asks for is not computed. */
export async function countOf(
  database: DataSource | EntityManager,
  list: CountedRows,
): Promise<number> {
  const [count] = await rowsOf(
    database,
    sql<{ total: number }>`${begun(list.conditions)}${counting(list)}`,
  );
  return count?.total ?? 0;
}

const counting = ({ select, conditions, narrow, counted, total }: CountedRows): Sql =>
  total ??
  sql`
      SELECT count(*)::int AS total
      FROM (${counted ?? narrow?.select ?? select} ${conditions.where}) AS counted`;
