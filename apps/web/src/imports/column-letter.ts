/** Columns are known by their letter in a spreadsheet: A, B, … Z, AA. @param index 0 the first */
export function columnLetter(index: number): string {
  const before = index < 26 ? '' : columnLetter(Math.floor(index / 26) - 1);
  return before + String.fromCharCode(65 + (index % 26));
}
