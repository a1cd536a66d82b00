import { namesMonth } from './column-titles';
import type { ColumnFacts } from './sheet-columns';
import { soundsLikeSchool } from './school-words';

const ONE_ROW = 'Put each visit on a row of its own, with its school and its day.';

/** Why a sheet whose columns are no fields has no visits to read, where its layout tells. */
export function layoutProblem(facts: readonly ColumnFacts[]): string | null {
  const filled = facts.filter((fact) => fact.filled > 0);
  if (filled.filter(({ title }) => namesMonth(title)).length >= 3) {
    return `The sheet has a column for each month and no whole days. ${ONE_ROW}`;
  }
  if (filled.filter(({ title, days }) => days > 0 && soundsLikeSchool(title)).length >= 2) {
    return `The schools stand side by side, each over a column of its own. ${ONE_ROW}`;
  }
  return null;
}
