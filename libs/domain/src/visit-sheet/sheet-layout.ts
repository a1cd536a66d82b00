import { namesMonth } from './column-titles';
import { isDayCell, type ColumnFacts } from './sheet-columns';
import { soundsLikeSchool } from './school-words';
import type { PlacedRow } from './sheet-to-read';

const ONE_ROW = 'Put each visit on a row of its own, with its school and its day.';

/** Whether several days stand in one row, over others that have none: the names of columns. */
function isHeadedByDays(rows: readonly PlacedRow[]): boolean {
  const days = rows.map(
    ({ cells, dayCells }) =>
      cells.filter((cell, index) => isDayCell(cell, dayCells.has(index))).length,
  );
  const first = days.findIndex((count) => count > 0);
  return (
    (days[first] ?? 0) >= 2 &&
    first < rows.length - 1 &&
    days.slice(first + 1).every((count) => count === 0)
  );
}

/** Why a sheet whose columns are no fields has no visits to read, where its layout tells. */
export function layoutProblem(
  facts: readonly ColumnFacts[],
  rows: readonly PlacedRow[],
): string | null {
  const filled = facts.filter((fact) => fact.filled > 0);
  if (filled.filter(({ title }) => namesMonth(title)).length >= 3) {
    return `The sheet has a column for each month and no whole days. ${ONE_ROW}`;
  }
  if (filled.filter(({ title, days }) => days > 0 && soundsLikeSchool(title)).length >= 2) {
    return `The schools stand side by side, each over a column of its own. ${ONE_ROW}`;
  }
  if (isHeadedByDays(rows)) {
    return `The days stand side by side, each over a column of its own. ${ONE_ROW}`;
  }
  return null;
}
