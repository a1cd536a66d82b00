import { cellText, readUrn, tidyText } from './cell-values';
import { titleKey, type FileColumn } from './match-columns';
import { CellFault, shorten, type Rejection } from './rejection';

export interface RowGate {
  header: readonly string[];
  urn: FileColumn;
  /** The authority's column, needed when `laCodes` has any. */
  laCode?: FileColumn;
  laCodes?: readonly string[];
  /** What values beyond the last column may look like; without it none may stand there. */
  spilling?: RegExp;
}

const bareCode = (code: string) => code.trim().replace(/^0+/, '');

/** Why authorities cannot be picked from a file, null when they can. */
export function laFilterProblem(laCode: FileColumn | undefined, laCodes: readonly string[] = []) {
  if (laCodes.length === 0 || laCode) return null;
  return 'The file has no column of local authority codes, so authorities cannot be picked from it.';
}

/**
 * What every reader does with a row before looking at its columns: passes over blank lines and other
 * authorities' rows ("skip"), hands back a repeated header and lines with more values than the
 * header has columns. A line with fewer is taken: what is missing at its end is blank.
 */
export function createRowGate({ header, urn, laCode, laCodes = [], spilling }: RowGate) {
  const wanted = new Set(laCodes.map(bareCode));
  const urnTitle = titleKey(urn.title);
  return (cells: readonly string[], line: number): { rejection: Rejection } | 'skip' | null => {
    const first = cells[urn.index] ?? '';
    if (first === '' && cells.every((cell) => tidyText(cell) === '')) return 'skip';
    if (titleKey(first) === urnTitle) {
      const message = `Line ${line} repeats the header, so it was skipped.`;
      return { rejection: { line, column: urn.title, value: first, message } };
    }
    if (wanted.size > 0 && laCode && !wanted.has(bareCode(cellText(cells, laCode)))) return 'skip';
    const extra = cells.length > header.length ? cells.slice(header.length) : [];
    const stray = extra.map(tidyText).find((cell) => cell !== '' && !spilling?.test(cell));
    if (stray === undefined) return null;
    const message =
      `The line has ${cells.length} values and the header ${header.length} columns; ` +
      'a comma or a quote may be out of place.';
    return { rejection: { line, column: '', value: shorten(stray), message } };
  };
}

/** Reads the URN of a row. Of two rows with one URN only the first may be `taken`. */
export function createUrnReader(column: FileColumn) {
  const lineOfUrn = new Map<number, number>();
  return {
    read(cells: readonly string[]): number {
      const text = cellText(cells, column);
      const urn = readUrn(text, column.title);
      const before = lineOfUrn.get(urn);
      if (before === undefined) return urn;
      const message = `URN ${urn} is already on line ${before}; only that line was taken.`;
      throw new CellFault(column.title, text, message);
    },
    taken(urn: number, line: number): void {
      lineOfUrn.set(urn, line);
    },
  };
}
