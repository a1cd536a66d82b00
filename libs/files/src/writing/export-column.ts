/** What stands in a cell: a number is one, everything else a text; a day is `YYYY-MM-DD`. */
export type ExportValue = string | number | null | undefined;

/** How a spreadsheet is to take a column; an instant is an ISO text and is shown in London's time. */
export type ExportKind = 'text' | 'number' | 'day' | 'instant';

/** A column of an exported list. */
export interface ExportColumn<Row> {
  /** Field of the contract, by which the column is asked for. */
  key: string;
  heading: string;
  kind: ExportKind;
  value: (row: Row) => ExportValue;
}
