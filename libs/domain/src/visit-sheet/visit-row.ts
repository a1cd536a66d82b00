import { formatDay, type Day } from '../day';
import { shorten, type Rejection } from '../register';
import { CellFault, readingRow } from '../register/rejection';
import { readUrn } from '../register/cell-values';
import { tidyPostcode } from '../register/contact-values';
import { checkVisitedOn } from '../visit-life';
import type { VisitKind } from '../visit-state';
import type { VisitColumnMapping } from './guess-columns';
import { isBlankRow, readSheetDay, sheetNotes, sheetText, type SheetCell } from './sheet-cell';
import type { VisitField } from './visit-columns';
import { notesSayNotHeld, readVisitKind, saysHeld } from './visit-words';

/** A completed visit as a row of somebody's sheet tells of it; what it does not say has no key. */
export interface SheetVisit {
  /** There is a URN or a name, often both. */
  urn?: number;
  schoolName?: string;
  town?: string;
  postcode?: string;
  visitedOn: Day;
  kind: VisitKind;
  summary?: string;
  visitorName?: string;
  metWith?: string;
}

export type VisitRow = { visit: SheetVisit } | { rejection: Rejection } | { skipped: true };

const LONGEST_NOTES = 20_000;
const NOT_COMPLETED = 'so it is not a completed visit and was left out';

type RowText = (field: VisitField) => string;

function readVisitedOn(cell: SheetCell, column: string, today: Day): Day {
  const text = sheetText(cell);
  if (text === '') throw new CellFault(column, '', 'The date of the visit is missing.');
  const visitedOn = readSheetDay(cell);
  if (visitedOn === null) {
    const hint = /^(19|20)\d\d$/.test(text) ? ' It looks like a year; the day is needed too.' : '';
    throw new CellFault(column, text, `${shorten(text, 60)} is not a date.${hint}`);
  }
  const problem = checkVisitedOn(visitedOn, today);
  if (problem !== null) throw new CellFault(column, text, problem);
  if (visitedOn < '1950-01-01') {
    throw new CellFault(column, text, `${formatDay(visitedOn)} is too long ago for a visit.`);
  }
  return visitedOn;
}

/** Throws when the row says that the visit did not take place, or not clearly that it did. */
function checkHeld(text: RowText, titles: Record<'status' | 'summary', string>) {
  const status = text('status');
  const held = status === '' ? null : saysHeld(status);
  if (status !== '' && held === null) {
    const message =
      `"${shorten(status, 60)}" does not say whether the visit took place. Write Completed or ` +
      'Cancelled, or match no column to the status.';
    throw new CellFault(titles.status, status, message);
  }
  if (held === false) {
    const message = `The status is "${shorten(status, 60)}", ${NOT_COMPLETED}.`;
    throw new CellFault(titles.status, status, message);
  }
  const summary = text('summary');
  if (held === null && notesSayNotHeld(summary)) {
    const message = `The notes begin "${shorten(summary, 40)}", ${NOT_COMPLETED}.`;
    throw new CellFault(titles.summary, summary, message);
  }
}

function readVisit(cells: readonly SheetCell[], mapping: VisitColumnMapping, today: Day) {
  const cellOf = (field: VisitField) => cells[mapping[field]?.index ?? -1];
  const titleOf = (field: VisitField) => mapping[field]?.title ?? '';
  const text: RowText = (field) => sheetText(cellOf(field));

  const urnText = text('urn').replace(/\.0+$/, '');
  const schoolName = text('schoolName');
  if (urnText === '' && schoolName === '') {
    const field = mapping.schoolName ? 'schoolName' : 'urn';
    throw new CellFault(titleOf(field), '', 'The row does not say which school was visited.');
  }
  const urn = urnText === '' ? undefined : readUrn(urnText, titleOf('urn'));
  const visitedOn = readVisitedOn(cellOf('visitedOn'), titleOf('visitedOn'), today);
  checkHeld(text, { status: titleOf('status'), summary: titleOf('summary') });

  const visit: SheetVisit = { visitedOn, kind: readVisitKind(text('kind')) };
  if (urn !== undefined) visit.urn = urn;
  if (schoolName) visit.schoolName = schoolName;
  const town = text('town');
  if (town) visit.town = town;
  const postcode = tidyPostcode(text('postcode'));
  if (postcode) visit.postcode = postcode;
  const summary = sheetNotes(cellOf('summary'));
  if (summary) visit.summary = shorten(summary, LONGEST_NOTES);
  const visitorName = text('visitor');
  if (visitorName) visit.visitorName = visitorName;
  const metWith = text('metWith');
  if (metWith) visit.metWith = metWith;
  return { visit };
}

/**
 * Reads one row of a sheet of past visits. Blank rows are skipped. Handed back are rows without a
 * school or a real day, with a day after today, that repeat the header, and those that do not tell
 * of a completed visit: taking one over wrongly would hide a school for three years, so a status
 * that nobody understands is handed back as well.
 */
export function readVisitRow(
  cells: readonly SheetCell[],
  mapping: VisitColumnMapping,
  line: number,
  today: Day,
): VisitRow {
  if (isBlankRow(cells)) return { skipped: true };
  const day = mapping.visitedOn;
  if (day && day.title !== '' && sheetText(cells[day.index]) === day.title) {
    const message = `Line ${line} repeats the header, so it was skipped.`;
    return { rejection: { line, column: day.title, value: day.title, message } };
  }
  return readingRow(line, () => readVisit(cells, mapping, today));
}
