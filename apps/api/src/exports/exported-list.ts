import type { EXPORT_COLUMNS, ExportedList, List } from '@tracker/contract';
import type { ExportKind, ExportValue } from '@tracker/files';
import type { ListStatement } from '../http/list-statement';
import type { ListQuery, ListSpec } from '../http/list-query';

/** Name of a region; null when there is none. */
export type RegionName = (id: string | null) => string | null;

/** Heading, kind, and what stands in a row's cell. */
export type ExportedColumn<Row> = [
  heading: string,
  kind: ExportKind,
  value: (row: Row, regionName: RegionName) => ExportValue,
];

/** How a list is exported. */
export interface ListExport<Row> {
  list: ExportedList;
  /** Name of the sheet. */
  title: string;
  columns: Record<string, ExportedColumn<Row>>;
}

/** What an export needs of its list beside how it looks. */
export interface ListSource<Row, Stored, L extends List> {
  /** Filters and sorts that whoever asks may use. */
  spec: ListSpec<L>;
  statement: (
    query: ListQuery<L>,
  ) => ListStatement<Row, Stored> | Promise<ListStatement<Row, Stored>>;
}

/** A list's export, with neither more nor fewer columns than `EXPORT_COLUMNS` names. */
export const listExport = <Row, List extends ExportedList>(
  of: ListExport<Row> & {
    list: List;
    columns: Record<(typeof EXPORT_COLUMNS)[List][number], ExportedColumn<Row>>;
  },
): ListExport<Row> => of;
