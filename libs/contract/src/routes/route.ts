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
