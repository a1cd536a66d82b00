/**
 * Rows of a list as one value, so that two people who both changed the list choose between two whole
 * lists: put together row by row, holidays could lie across each other.
 */
export function rowsAsText(rows: readonly object[]): string {
  const sorted = rows.map((row) => Object.fromEntries(Object.entries(row).sort()));
  return JSON.stringify(sorted);
}

export const rowsFromText = <T>(text: string): T[] => JSON.parse(text) as T[];

/** How such a list is read aloud, a row a line. */
export const rowsInWords =
  <T>(rowInWords: (row: T) => string) =>
  (text: unknown): string =>
    rowsFromText<T>(String(text)).map(rowInWords).join('\n') || 'None';
