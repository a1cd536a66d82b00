/** What a spreadsheet calls a column: 0 is `A`, 26 `AA`. */
export function columnLetters(index: number): string {
  const before = Math.floor(index / 26);
  const letter = String.fromCharCode(65 + (index % 26));
  return before === 0 ? letter : `${columnLetters(before - 1)}${letter}`;
}
