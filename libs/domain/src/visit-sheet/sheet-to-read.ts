import { dayParts } from '../day';
import type { SheetCell } from './sheet-cell';

/** A sheet of a file, as far as reading visits needs it; only what is filled. */
export interface SheetToRead {
  /** Empty for CSV. */
  name: string;
  visibility: 'visible' | 'hidden' | 'very-hidden';
  rows: readonly RowToRead[];
  /** Columns out of sight, as first and last of each stretch. */
  hiddenColumns?: readonly { from: number; to: number }[];
  merged?: readonly {
    fromLine: number;
    toLine: number;
    fromColumn: number;
    toColumn: number;
  }[];
}

export interface RowToRead {
  line: number;
  hidden?: boolean;
  cells: readonly CellToRead[];
  /** Why the line cannot be read, a sentence: a stray quotation mark. */
  fault?: string;
}

export interface CellToRead {
  /** 0 the first. */
  column: number;
  value: string | number | boolean;
  /** Shown as a day, or as no more than its month or year. */
  day?: 'day' | 'month' | 'year';
  struck?: 'all' | 'part';
  /** The web address behind the cell. */
  link?: string;
}

/** A row with its cells in their places. */
export interface PlacedRow {
  line: number;
  hidden: boolean;
  cells: SheetCell[];
  /** Columns whose text is struck through, all of it or words. */
  struck: ReadonlySet<number>;
  /** Columns that the file itself keeps as days. */
  dayCells: ReadonlySet<number>;
  /** Web addresses behind cells, by column. */
  links: ReadonlyMap<number, string>;
  fault: string | null;
}

/** Columns further to the right are named, not read. */
export const MOST_COLUMNS = 500;

const MONTHS =
  'January February March April May June July August September October November December'.split(
    ' ',
  );

/** What is seen of a day that is shown as its month or year. */
function shownValue({ value, day }: CellToRead): SheetCell {
  if (typeof value !== 'string' || day === undefined || day === 'day') {
    // The apostrophe that keeps a spreadsheet from running a text as a formula is no part of it.
    return typeof value === 'string' ? value.replace(/^'(?=[=+\-@])/, '') : value;
  }
  const { year, month } = dayParts(value);
  return day === 'year' ? String(year) : `${MONTHS[month - 1]} ${year}`;
}

/**
 * The rows with cells in their places. Cells shown as one over several lines count on each of those
 * lines: a school's name beside three visits.
 */
export function placeRows({ rows, merged = [] }: SheetToRead): PlacedRow[] {
  const placed = rows.map(({ line, hidden = false, cells, fault = null }) => {
    const within = cells.filter(({ column }) => column < MOST_COLUMNS);
    const width = within.reduce((most, { column }) => Math.max(most, column + 1), 0);
    const row: SheetCell[] = Array.from({ length: width }, () => null);
    for (const cell of within) row[cell.column] = shownValue(cell);
    const columnsOf = (is: (cell: CellToRead) => boolean) =>
      new Set(within.filter(is).map(({ column }) => column));
    return {
      ...{ line, hidden, fault, cells: row },
      struck: columnsOf(({ struck }) => struck !== undefined),
      dayCells: columnsOf(({ day }) => day !== undefined),
      links: new Map(within.flatMap(({ column, link }) => (link ? [[column, link]] : []))),
    };
  });
  const byLine = new Map(placed.map((row) => [row.line, row]));
  for (const { fromLine, toLine, fromColumn } of merged) {
    const value = byLine.get(fromLine)?.cells[fromColumn];
    if (toLine === fromLine || fromColumn >= MOST_COLUMNS || typeof value !== 'string') continue;
    for (const row of placed) {
      if (row.line <= fromLine || row.line > toLine) continue;
      row.cells[fromColumn] ??= value;
    }
  }
  return placed;
}
