import { UnreadableFileError } from './unreadable-file-error';

const MEGABYTE = 1024 * 1024;

/** What one spreadsheet may become at most, far beyond any list that a hub keeps. */
export const BOUNDS = {
  /** Bytes of a workbook as it is sent. */
  packed: 20 * MEGABYTE,
  /** Bytes of the parts that are read, unpacked, all together. */
  unpacked: 200 * MEGABYTE,
  /** Entries in the directory of the archive. */
  entries: 10_000,
  sheets: 200,
  /** Rows with anything in them, on one sheet. */
  rows: 100_000,
  /** Filled cells on all sheets together. */
  cells: 1_000_000,
  /** Elements of all parts together. */
  elements: 6_000_000,
  /** Elements inside each other. */
  depth: 64,
  /** Characters of one tag with all its attributes. */
  tag: 64 * 1024,
  /** Characters in one cell; Excel takes 32,767. */
  cell: 100_000,
  /** Characters of all cells, and of all texts that cells share. */
  text: 64 * MEGABYTE,
  /** The last row and column of Excel's largest sheet, XFD1048576. */
  lastLine: 1_048_576,
  columns: 16_384,
  merged: 100_000,
  /** Cells of one sheet with an address behind them. */
  links: 100_000,
  styles: 100_000,
} as const;

export const SMALLER = 'Save the sheet as CSV, or send it in parts.';
export const DAMAGED_WORKBOOK =
  'The workbook cannot be read. Save it again in Excel, or save the sheet as CSV.';

/** @throws UnreadableFileError with this sentence when the bound is passed */
export function within(count: number, most: number, sentence: string): void {
  if (count > most) throw new UnreadableFileError(sentence);
}

/** What all parts of one workbook have used up together. */
export class Spent {
  private elements = 0;
  private cells = 0;
  private characters = 0;

  element(): void {
    this.elements += 1;
    within(this.elements, BOUNDS.elements, `The workbook holds too much to be read. ${SMALLER}`);
  }

  cell(): void {
    this.cells += 1;
    within(this.cells, BOUNDS.cells, `The file has more than 1,000,000 filled cells. ${SMALLER}`);
  }

  text(text: string): void {
    this.characters += text.length;
    within(this.characters, BOUNDS.text, `The file holds more than 64 MB of text. ${SMALLER}`);
  }
}
