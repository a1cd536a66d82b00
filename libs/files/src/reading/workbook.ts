/**
 * A spreadsheet as it was sent: only what is filled, wherever it stands. A letter in the last cell
 * of a sheet is one cell here, not seventeen thousand million.
 */
export interface Workbook {
  kind: 'xlsx' | 'csv';
  /** In the order of their tabs; a CSV file is one sheet whose name is empty. */
  sheets: WorkbookSheet[];
}

export interface WorkbookSheet {
  name: string;
  /** `very-hidden` sheets are those Excel itself does not offer to show. */
  visibility: 'visible' | 'hidden' | 'very-hidden';
  /** Rows with at least one filled cell, from the top. */
  rows: WorkbookRow[];
  merged: MergedCells[];
  /** Columns that are hidden, as first and last of each stretch. */
  hiddenColumns: { from: number; to: number }[];
  /** Whether a filter leaves rows out of sight; those are `hidden` as well. */
  filtered: boolean;
}

export interface WorkbookRow {
  /** 1 for the first line of a file or the first row of a sheet. */
  line: number;
  hidden: boolean;
  /** Of CSV: why the line cannot be read, a sentence; its cells are the likeliest reading then. */
  fault?: string;
  /** Filled cells, from the left. */
  cells: WorkbookCell[];
}

export interface WorkbookCell {
  /** 0 for column A. */
  column: number;
  /** A day is a `YYYY-MM-DD` string, and `day` says so; an error such as #N/A is its text. */
  value: string | number | boolean;
  /** The cell is shown as a day, or as no more than its month or year: then the 1st stands for it. */
  day?: 'day' | 'month' | 'year';
  /** Struck through as a whole, or words of it. */
  struck?: 'all' | 'part';
  /** The web address behind the cell, of a hyperlink or the formula HYPERLINK. */
  link?: string;
}

/** Cells shown as one; lines count from 1, columns from 0, both ends included. */
export interface MergedCells {
  fromLine: number;
  toLine: number;
  fromColumn: number;
  toColumn: number;
}

/** The filled cells of a row in their places, blanks between them, up to its last or `most`. */
export function cellsInPlace(
  { cells }: Pick<WorkbookRow, 'cells'>,
  most: number,
): (WorkbookCell['value'] | null)[] {
  const within = cells.filter(({ column }) => column < most);
  const placed: (WorkbookCell['value'] | null)[] = Array.from(
    { length: (within.at(-1)?.column ?? -1) + 1 },
    () => null,
  );
  for (const { column, value } of within) placed[column] = value;
  return placed;
}
