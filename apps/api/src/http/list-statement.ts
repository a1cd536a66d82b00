import type { Sql } from '@tracker/data';
import type { DataSource } from 'typeorm';
import type { Page } from './list-answer';
import { type CountedRows, pageOf, type RowsAsked } from './page-of';

/** What a list reads for a query; a page of it and an export are made of the same. */
export interface ListStatement<Row, Stored = Row> extends CountedRows {
  /** ORDER BY's text, total. */
  order: Sql | string;
  /** Rows of the contract from those stored. */
  rows: (stored: Stored[]) => Row[] | Promise<Row[]>;
}

/** The page that was asked for. */
export async function pageOfList<Row, Stored>(
  dataSource: DataSource,
  list: ListStatement<Row, Stored>,
  query: RowsAsked,
): Promise<Page<Row>> {
  const page = await pageOf<Stored>(dataSource, list, query);
  return { total: page.total, rows: await list.rows(page.rows) };
}

/** For `rows` where what is stored is what is shown. */
export const asStored = <Row>(rows: Row[]): Row[] => rows;
