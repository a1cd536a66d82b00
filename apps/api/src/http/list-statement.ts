import type { Sql } from '@tracker/server';
import type { DataSource } from 'typeorm';
import type { Page } from './list-answer';
import type { ListQuery } from './list-query';
import { type FasterWays, pageOf } from './page-of';
import type { SqlConditions } from './sql-conditions';

/** What a list reads for a query; a page of it and an export are made of the same. */
export interface ListStatement<Row, Stored = Row> extends FasterWays {
  /** SELECT .. FROM .. without WHERE; what it binds is bound through `conditions` too. */
  select: Sql | string;
  conditions: SqlConditions;
  /** ORDER BY's text, total. */
  order: string;
  /** Rows of the contract from those stored. */
  rows: (stored: Stored[]) => Row[] | Promise<Row[]>;
}

/** The page that was asked for. */
export async function pageOfList<Row, Stored>(
  dataSource: DataSource,
  { select, conditions, narrow, counted, order, rows }: ListStatement<Row, Stored>,
  query: ListQuery,
): Promise<Page<Row>> {
  const page = await pageOf<Stored>(
    dataSource,
    select,
    conditions,
    { ...query, order },
    { narrow, counted },
  );
  return { total: page.total, rows: await rows(page.rows) };
}

/** What counting a list takes of it. */
export type CountedStatement = Pick<ListStatement<unknown>, 'select' | 'conditions'> & FasterWays;

/** The number of all rows; what no condition asks for is not computed. */
export async function countOfList(
  dataSource: DataSource,
  { select, conditions, narrow, counted }: CountedStatement,
): Promise<number> {
  const [count]: { total: number }[] = await dataSource.query(
    `SELECT count(*)::int AS total FROM (${counted ?? narrow?.select ?? select} ${conditions.where}) AS counted`,
    conditions.values,
  );
  return count?.total ?? 0;
}

/** For `rows` where what is stored is what is shown. */
export const asStored = <Row>(rows: Row[]): Row[] => rows;
