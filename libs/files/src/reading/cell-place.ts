import { BOUNDS } from './bounds';
import { UnreadableFileError } from './unreadable-file-error';
import type { MergedCells } from './workbook';

const [ZERO, NINE, A, Z, DOLLAR] = [0x30, 0x39, 0x41, 0x5a, 0x24];
const LOWER_CASE = 0x20;
const LONGEST = 40;
const NOWHERE = { line: -1, column: -1 };

/**
 * Line (1 the first) and column (0 for A) of a place such as `B12`; -1 where it is none. By hand,
 * as there are millions of them.
 */
export function placeOf(place: string): { line: number; column: number } {
  let column = 0;
  let line = 0;
  if (place.length > LONGEST) return NOWHERE;
  for (let at = 0; at < place.length; at += 1) {
    const code = place.charCodeAt(at);
    const letter = code & ~LOWER_CASE;
    if (code >= ZERO && code <= NINE) line = line * 10 + code - ZERO;
    else if (letter >= A && letter <= Z && line === 0) column = column * 26 + letter - A + 1;
    else if (code !== DOLLAR) return NOWHERE;
  }
  return { line, column: column - 1 };
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
    `The workbook names a cell or row outside every sheet (“${shown.slice(0, 40)}”). ` +
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
