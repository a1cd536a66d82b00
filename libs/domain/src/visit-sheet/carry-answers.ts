import { plainName } from './school-name';
import { withoutMonthMark } from './day-months';
import type { DayRow } from './file-reading';
import type { RowDecision } from './row-outcome';
import { saidOfVisitors } from './visitors-named';

/** A row as far as it tells which row of an earlier file it is. */
export interface TellingRow {
  rowKey: string;
  dayAsWritten: string;
  said: DayRow['visit'];
}

/** A row of a file that was imported, with what a person answered for it. */
export interface AnsweredRow {
  dayAsWritten: string;
  said: DayRow['visit'];
  decision: RowDecision;
}

/** Answers given before, and whether to the very same row or to one that has been corrected since. */
export interface CarriedDecision extends RowDecision {
  carried: 'same' | 'alike';
}

type Written = Pick<TellingRow, 'dayAsWritten' | 'said'>;

const tidy = (text: string | undefined): string =>
  (text ?? '').normalize('NFC').replace(/\s+/g, ' ').trim().toLowerCase();

const dayAndSchool = ({ dayAsWritten, said }: Written): string[] => [
  ...[tidy(dayAsWritten), String(said.urn ?? ''), plainName(said.schoolName ?? '')],
  ...[tidy(said.town), tidy(said.postcode)],
];
const withVisitor = (row: Written): string[] => [...dayAndSchool(row), tidy(row.said.visitorName)];
const everything = (row: Written): string[] => [
  ...[...withVisitor(row), row.said.kind ?? '', tidy(row.said.metWith)],
  // Notes as the file has them: what the tracker adds of months and visitors changes as it learns of them.
  tidy(withoutMonthMark(row.dayAsWritten, saidOfVisitors(row.said, false).summary)),
];

/** Which day and school a row writes, in whatever form: rows that differ in it are never alike. */
export const carryKey = (row: Written): string => JSON.stringify(dayAndSchool(row));

function groupBy<Row extends Written>(rows: Iterable<Row>, key: (row: Row) => string[]) {
  const groups = new Map<string, Row[]>();
  for (const row of rows) {
    const of = JSON.stringify(key(row));
    groups.set(of, [...(groups.get(of) ?? []), row]);
  }
  return groups;
}

/**
 * What of an answer still holds: which school and day are meant. That it took place, or is to be
 * left out, was said of the row as it stood; what it is to another visit of its day is seen anew.
 */
function lasting({ schoolId, visitedOn, tookPlace, skip }: RowDecision, same: boolean) {
  return {
    ...(schoolId && { schoolId }),
    ...(visitedOn && { visitedOn }),
    ...(same && tookPlace && { tookPlace }),
    ...(same && skip && { skip }),
  };
}

/**
 * Finds for the rows of a file the answers that people gave to the same rows when they were sent
 * before, so that nobody answers twice and no visit is created twice. Rows with the same cells are
 * matched in their order. One that was corrected is matched by day, school and visitor as written,
 * then by day and school, where that leaves no choice.
 */
export function carryAnswers(
  rows: readonly TellingRow[],
  answered: readonly AnsweredRow[],
): Map<string, CarriedDecision> {
  const found = new Map<string, CarriedDecision>();
  const rowsLeft = new Set(rows);
  const answersLeft = new Set(answered);
  const pair = (row: TellingRow, answer: AnsweredRow, same: boolean) => {
    rowsLeft.delete(row);
    answersLeft.delete(answer);
    const decision = lasting(answer.decision, same);
    if (Object.keys(decision).length === 0) return;
    found.set(row.rowKey, { ...decision, carried: same ? 'same' : 'alike' });
  };
  const same = groupBy(answersLeft, everything);
  for (const [key, alike] of groupBy(rowsLeft, everything)) {
    for (const [at, answer] of (same.get(key) ?? []).entries()) {
      const row = alike[at];
      if (row) pair(row, answer, true);
    }
  }
  // A blank day tells nothing, and many rows have one.
  const dated = <Row extends Written>(left: Iterable<Row>) =>
    [...left].filter(({ dayAsWritten }) => tidy(dayAsWritten) !== '');
  for (const key of [withVisitor, dayAndSchool]) {
    const before = groupBy(dated(answersLeft), key);
    for (const [of, alike] of groupBy(dated(rowsLeft), key)) {
      const [answer, ...others] = before.get(of) ?? [];
      const [row] = alike;
      if (answer && row && others.length === 0 && alike.length === 1) pair(row, answer, false);
    }
  }
  return found;
}
