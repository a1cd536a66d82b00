import type { CellToRead, RowToRead, SheetToRead } from '../sheet-to-read';

export type Cell =
  | string
  | number
  | boolean
  | null
  | { day: string; shown?: 'month' | 'year' }
  | { text: string; struck: true };
export type Line = Cell[] | { hidden: Cell[] };

function cellOf(cell: Exclude<Cell, null>, column: number): CellToRead {
  if (typeof cell !== 'object') return { column, value: cell };
  if ('day' in cell) return { column, value: cell.day, day: cell.shown ?? 'day' };
  return { column, value: cell.text, struck: 'all' };
}

/** A sheet as the reader of files gives it, from its lines. */
export function sheetOf(lines: readonly Line[], over: Partial<SheetToRead> = {}): SheetToRead {
  const rows = lines.map((line, at): RowToRead => {
    const cells = Array.isArray(line) ? line : line.hidden;
    return {
      ...{ line: at + 1, hidden: !Array.isArray(line) },
      cells: cells.flatMap((cell, column) =>
        cell === null || cell === '' ? [] : [cellOf(cell, column)],
      ),
    };
  });
  return { name: '', visibility: 'visible', rows, ...over };
}
