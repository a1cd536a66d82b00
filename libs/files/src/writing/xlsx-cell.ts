import { isDay, toSerial } from '@tracker/domain';
import type { ExportKind, ExportValue } from './export-column';
import { STYLE_OF, xmlText } from './xlsx-parts';

/** Characters that a cell of Excel holds. */
const LONGEST_TEXT = 32_767;
/** Excel's number of 1 January 1970; it counts rightly since March 1900. */
const EPOCH = 25_569;
const FIRST_DAY = '1900-03-01';
const DAY_MS = 86_400_000;

const LONDON = new Intl.DateTimeFormat('sv-SE', {
  timeZone: 'Europe/London',
  dateStyle: 'short',
  timeStyle: 'medium',
});

/** Where a cell stands: `<c>` becomes `<c r="B7">`. */
export const placed = (cell: string, place: string): string =>
  cell === '' ? '' : `<c r="${place}"${cell.slice(2)}`;

/** One cell; nothing for an empty one. A text stays a text, whatever it begins with. */
export function xlsxCell(value: ExportValue, kind: ExportKind): string {
  if (value === null || value === undefined || value === '') return '';
  if (typeof value === 'number') return Number.isFinite(value) ? `<c><v>${value}</v></c>` : '';
  const serial =
    kind === 'day' ? serialOfDay(value) : kind === 'instant' ? serialOfInstant(value) : null;
  return serial === null
    ? textCell(value)
    : `<c s="${STYLE_OF[kind]}"><v>${Number(serial.toFixed(6))}</v></c>`;
}

export function textCell(value: string, style = 0): string {
  const text = value.length > LONGEST_TEXT ? cutOff(value) : value;
  return `<c t="inlineStr" s="${style}"><is><t xml:space="preserve">${xmlText(text)}</t></is></c>`;
}

/** Not in the middle of a character, and not in silence. */
function cutOff(text: string): string {
  const left = `… [cut off here: the whole text has ${text.length.toLocaleString('en-GB')} characters, a cell of Excel holds ${LONGEST_TEXT.toLocaleString('en-GB')}]`;
  const kept = text.slice(0, LONGEST_TEXT - left.length).replace(/[\ud800-\udbff]$/, '');
  return `${kept}${left}`;
}

function serialOfDay(day: string): number | null {
  if (!isDay(day) || day < FIRST_DAY) return null;
  return EPOCH + toSerial(day);
}

function serialOfInstant(instant: string): number | null {
  const at = new Date(instant);
  if (Number.isNaN(at.getTime())) return null;
  // Swedish time is written as ISO 8601 is.
  const london = Date.parse(`${LONDON.format(at).replace(' ', 'T')}Z`);
  return EPOCH + london / DAY_MS;
}
