/** A cell that begins so is run as a formula by spreadsheets. */
const FORMULA = /^[=+\-@\t\r]/;
const PLAIN_NUMBER = /^[-+][\d\s.,]+$/;

/**
 * One line of CSV, ended by CRLF. A text that a spreadsheet would run as a formula gets an
 * apostrophe before it; a plain number such as -5 does not need one.
 */
export function csvLine(cells: readonly (string | number | null | undefined)[]): string {
  return `${cells.map(csvCell).join(',')}\r\n`;
}

function csvCell(cell: string | number | null | undefined): string {
  if (cell === null || cell === undefined) return '';
  if (typeof cell === 'number') return String(cell);
  const safe = FORMULA.test(cell) && !PLAIN_NUMBER.test(cell) ? `'${cell}` : cell;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
