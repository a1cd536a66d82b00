import type { Day } from '../day';
import { readSheetDay } from '../visit-sheet/sheet-cell';
import { parseUkDay } from '../uk-day';
import type { FileColumn } from './match-columns';
import { CellFault, OddFigure } from './rejection';

/** What DfE writes in place of a figure it does not give out or does not have. */
const WITHHELD = new Set([
  'supp',
  'na',
  'n/a',
  'np',
  'ne',
  'x',
  'z',
  'c',
  'u',
  'lowcov',
  '..',
  '.',
  '-',
  ':',
  'null',
]);

// Control characters: PostgreSQL takes no NUL, and windows-1252 leaves five bytes undefined.
// eslint-disable-next-line no-control-regex
const CONTROL = /[\u0000-\u001f\u007f-\u009f\u200b\ufeff]/g;
const NEEDS_TIDYING = /[\s\u0000-\u001f\u007f-\u00a0\u200b\ufeff]/; // eslint-disable-line no-control-regex

/** The text of a cell with white space collapsed and control characters taken out. */
export function tidyText(value: string): string {
  // Most cells are one word or nothing at all.
  if (!NEEDS_TIDYING.test(value)) return value;
  return value.replace(/\s+/g, ' ').replace(CONTROL, '').trim();
}

/** The tidied text of a row's cell; blank where the line is shorter than the header. */
export function cellText(cells: readonly string[], column: FileColumn): string {
  return tidyText(cells[column.index] ?? '');
}

/** A URN: six digits. Seven would be a DfE number (authority and school), which is another thing. */
export function readUrn(text: string, column: string): number {
  if (text === '') throw new CellFault(column, '', 'The URN is missing.');
  if (/^[1-9]\d{5}$/.test(text)) return Number(text);
  const dfeNumber = /^\d{3}\s?\/?\s?\d{4}$/.test(text) ? ' This looks like a DfE number.' : '';
  throw new CellFault(
    column,
    text,
    `“${text}” is not a URN, which is a number of six digits.${dfeNumber}`,
  );
}

/**
 * A day, also as the number a spreadsheet keeps it as; null for a blank cell and for a real date
 * before 1900, which says no more than "long ago". Throws for a date that does not exist.
 */
export function readDay(text: string, column: string): Day | null {
  if (text === '') return null;
  const day = readSheetDay(text);
  if (day !== null) return day;
  const old = /^(\d{2}[-/]\d{2}[-/])1[0-8](\d{2})$/.exec(text);
  // 2000 is a leap year, as the century years before 1900 mostly are not; the year hardly matters.
  if (old && parseUkDay(`${old[1]}20${old[2]}`) !== null) return null;
  throw new CellFault(column, text, `${text} is not a date.`);
}

/** A figure of 0 or more; null when blank or withheld ("SUPP", "NA", "x" and the like). */
export function readFigure(text: string, column: string, what: string): number | null {
  if (text === '' || WITHHELD.has(text.toLowerCase())) return null;
  const plain = text.replace(/ ?%$/, '').replace(/(?<=\d),(?=\d{3}(\D|$))/g, '');
  if (!/^[-+]?\d+(\.\d+)?$/.test(plain)) {
    throw new OddFigure(column, text, `“${text}” is not a number, and ${what} is one.`);
  }
  const figure = Number(plain);
  if (figure < 0)
    throw new CellFault(column, text, `${text} is below zero, and ${what} cannot be.`);
  return figure;
}

const MOST_PUPILS = 100_000;

/** A whole number of pupils, null when not known. */
export function readPupils(text: string, column: string): number | null {
  const pupils = readFigure(text, column, 'the number of pupils');
  if (pupils === null) return null;
  if (!Number.isInteger(pupils)) {
    throw new OddFigure(column, text, `${text} is not a whole number of pupils.`);
  }
  if (pupils > MOST_PUPILS) throw new OddFigure(column, text, `${text} pupils are too many.`);
  return pupils;
}
