import { BOUNDS } from './bounds';
import { UnreadableFileError } from './unreadable-file-error';
import type { MergedCells } from './workbook';

const PLACE = /^\$?([A-Z]{1,20})\$?(\d{1,20})$/i;

/** Line (1 the first) and column (0 for A) of a place such as `B12`; -1 where it is none. */
export function placeOf(place: string): { line: number; column: number } {
  const [, letters = '', digits = '-1'] = PLACE.exec(place) ?? [];
  let column = 0;
  for (const letter of letters.toUpperCase()) column = column * 26 + letter.charCodeAt(0) - 64;
  return { line: Number(digits), column: column - 1 };
}

/** @throws UnreadableFileError when no sheet of Excel is as large as this */
export function refuseOutside(line: number, column: number, shown: string): void {
  const inside =
    Number.isInteger(line) &&
    line >= 1 &&
    line <= BOUNDS.lastLine &&
    column >= 0 &&
    column < BOUNDS.columns;
  if (inside) return;
  throw new UnreadableFileError(
    `The workbook names a cell or row outside every sheet ("${shown.slice(0, 40)}"). ` +
      'Save it again in Excel, or save the sheet as CSV.',
  );
}

/** The cells of a range such as `A1:D1`; null when it is none on a sheet. */
export function rangeOf(range: string): MergedCells | null {
  const [from = '', to = from] = range.split(':');
  const [first, last] = [placeOf(from), placeOf(to)];
  const inside =
    first.line >= 1 &&
    first.column >= 0 &&
    last.line >= first.line &&
    last.column >= first.column &&
    last.line <= BOUNDS.lastLine &&
    last.column < BOUNDS.columns;
  if (!inside) return null;
  return {
    fromLine: first.line,
    toLine: last.line,
    fromColumn: first.column,
    toColumn: last.column,
  };
}
