/** What is known of a table after so many rows is enough to tell a row of it from other text. */
const ROWS_TO_LEARN_FROM = 200;

/** A value with figures, by its pattern: `910406` is 9, `15/01/2024` is 9/9/9, `AL3 5JB` is a9 9a. */
function patternOf(cell: string): string | null {
  if (!/\d/.test(cell) || cell.length > 40) return null;
  return cell
    .replaceAll('"', '')
    .trim()
    .replace(/\d+/g, '9')
    .replace(/\p{L}+/gu, 'a');
}

/**
 * Tells whether the lines inside a quoted value are rows of the table, so that its closing quote is
 * another row's. Notes of several lines are no rows: a line counts as one when it has as many
 * values as rows of this table have, and a number or a day where they have one like it.
 */
export class RowShapes {
  private learned = 0;
  private readonly widths = new Set<number>();
  private readonly patterns = new Map<number, Set<string>>();

  learn(cells: readonly string[]): void {
    if (this.learned === ROWS_TO_LEARN_FROM || cells.length < 2) return;
    this.learned += 1;
    this.widths.add(cells.length);
    cells.forEach((cell, index) => {
      const pattern = patternOf(cell);
      if (pattern === null) return;
      const known = this.patterns.get(index) ?? new Set();
      this.patterns.set(index, known.add(pattern));
    });
  }

  /** @param first the line on which the value opens, its values read by themselves */
  isRow(cells: readonly string[], first: readonly string[]): boolean {
    if (!this.widths.has(cells.length)) return false;
    return cells.some((cell, index) => {
      const pattern = patternOf(cell);
      if (pattern === null) return false;
      return this.patterns.get(index)?.has(pattern) || patternOf(first[index] ?? '') === pattern;
    });
  }
}
