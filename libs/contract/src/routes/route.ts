import type { AskedFilterOf, List, SortOf } from '../define-list';
import type { ExportFormat } from '../exports';

interface OrderedQuery<L extends List> {
  filter?: AskedFilterOf<L>;
  sort?: readonly [SortOf<L>, 'ASC' | 'DESC'];
}

/** Filter, range and sort are sent as JSON; the answer is a page, and `Content-Range` says of how many. */
export interface ListRoute<L extends List, Row> {
  query: OrderedQuery<L> & { range?: readonly [first: number, last: number] };
  answer: Row[];
}

/** As a list is asked for, and which columns in which order. */
export type ExportQuery<L extends List> = OrderedQuery<L> & {
  format?: ExportFormat;
  columns?: readonly string[];
};

/** The routes of records that are listed, read one by one, added and changed as a whole. */
export type RecordRoutesOf<Name extends string, L extends List, Row, New, Change> = Record<
  `GET /api/${Name}`,
  ListRoute<L, Row>
> &
  Record<`GET /api/${Name}/{id}`, { answer: Row }> &
  Record<`POST /api/${Name}`, { body: New; answer: Row }> &
  Record<`PUT /api/${Name}/{id}`, { body: Change; answer: Row }>;

/** As before, and removed. */
export type RemovableRoutesOf<
  Name extends string,
  L extends List,
  Row,
  New,
  Change,
> = RecordRoutesOf<Name, L, Row, New, Change> & Record<`DELETE /api/${Name}/{id}`, { answer: Row }>;
