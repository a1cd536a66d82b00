import { guessColumns, isBlankRow, VISIT_FIELDS, type VisitField } from '@tracker/domain';
import { soundRows } from './file-rows';
import { cellTexts } from './import-work';
import { openRows } from './open-rows';
import { findSheetHeader, rowsBelow } from './visit-sheet-header';

/** How a list of visits would be read, for a person to correct. */
export interface SheetPreview {
  /** Name of the sheet that is read; null when the file has none, as CSV. */
  sheet: string | null;
  headerLine: number;
  header: string[];
  /** Field -> index of the column, as guessed. */
  mapping: Partial<Record<VisitField, number>>;
  /** The first rows below the header that are not blank. */
  sample: string[][];
}

const SAMPLE_ROWS = 5;

/**
 * Reads no more of a file than it takes to show its columns.
 *
 * @param headerLine the line a person says the header is on; otherwise it is looked for
 * @throws ImportProblem when there is no header, or the file cannot be read
 */
export async function previewVisitSheet(path: string, headerLine?: number): Promise<SheetPreview> {
  let name: string | null = null;
  const rows = await openRows(path, 'visits', undefined, (sheet) => (name = sheet));
  const sheet = await findSheetHeader(soundRows(rows), headerLine);
  const guessed = guessColumns(sheet.header).mapping;
  const mapping: SheetPreview['mapping'] = {};
  for (const field of VISIT_FIELDS) {
    const column = guessed[field];
    if (column) mapping[field] = column.index;
  }
  const sample: string[][] = [];
  for await (const { cells } of rowsBelow(sheet)) {
    if (isBlankRow(cells)) continue;
    sample.push(cellTexts(cells));
    if (sample.length === SAMPLE_ROWS) break;
  }
  return { sheet: name, headerLine: sheet.headerLine, header: sheet.header, mapping, sample };
}
