import { fromSerial, isDay, type Day } from '../day';
import { parseUkDay } from '../uk-day';

/** A cell of a spreadsheet: CSV gives text only; a day of XLSX is a `YYYY-MM-DD` text. */
export type SheetCell = string | number | boolean | null | undefined;

// eslint-disable-next-line no-control-regex
const CONTROL = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u200b\ufeff]/g;

/** The text of a cell on one line. */
export function sheetText(cell: SheetCell): string {
  if (cell === null || cell === undefined) return '';
  return String(cell).replace(/\s+/g, ' ').replace(CONTROL, '').trim();
}

/** The text of a cell with its line breaks, for notes. */
export function sheetNotes(cell: SheetCell): string {
  if (typeof cell !== 'string') return sheetText(cell);
  return cell
    .replace(/\r\n?/g, '\n')
    .replace(CONTROL, '')
    .replace(/[^\S\n]+/g, ' ')
    .replace(/ ?\n ?/g, '\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}

export function isBlankRow(cells: readonly SheetCell[]): boolean {
  return cells.every((cell) => sheetText(cell) === '');
}

// Serials of 1 January 1950 and 31 December 2099: what lies outside is a number, not a day.
const EARLIEST_SERIAL = 18_264;
const LATEST_SERIAL = 73_050;
/** Days from Excel's day 0 to 1 January 1970, right from 1 March 1900 on. */
const EXCEL_EPOCH = 25_569;

/**
 * The day of an Excel serial number of the 1900 system, whose day 60 is a 29 February 1900 that
 * never was; a time of day (the fraction) is left out. Null for a number that is no likely day.
 */
export function dayOfExcelSerial(serial: number): Day | null {
  const whole = Math.floor(serial);
  if (!(whole >= EARLIEST_SERIAL && whole <= LATEST_SERIAL)) return null;
  return fromSerial(whole - EXCEL_EPOCH);
}

/** The day a cell stands for: UK text, a `YYYY-MM-DD` text, an Excel serial as number or text. */
export function readSheetDay(cell: SheetCell): Day | null {
  if (typeof cell === 'number') return dayOfExcelSerial(cell);
  const text = sheetText(cell);
  if (isDay(text)) return text;
  if (/^\d{5}(\.\d+)?$/.test(text)) return dayOfExcelSerial(Number(text));
  return parseUkDay(text);
}
