import { shorten } from '../register/rejection';
import type { RowFault } from './file-reading';
import type { VisitColumnMapping } from './guess-columns';
import { notesSayNotHeld } from './not-held-words';
import { heldKey } from './open-question';
import { sheetText } from './sheet-cell';
import type { PlacedRow } from './sheet-to-read';
import { saysHeld } from './visit-words';
import { isCross, saysNeither, yesOrNo } from './yes-no';

/** A column that says whether visits took place; `means` null while its question is open. */
export interface HeldColumn {
  index: number;
  title: string;
  means: 'yes_held' | 'no_held' | 'filled_held' | null;
  /** Whether a cross in it is no tick. */
  crossed: boolean;
}

export interface HeldContext {
  sheetIndex: number;
  held: readonly HeldColumn[];
  /** Columns whose texts may say that nobody was there. */
  texts: readonly { index: number; title: string }[];
}

const NOTHING = /^(-+|\.+|n\/?a|none|nil|no|n|false|✗|✘)$/i;
const NOT_COMPLETED = 'so it is not a completed visit and was left out';

/** The day of a row that is judged, where a row has several. */
export interface DayToJudge {
  index: number;
  status: { index: number; title: string } | null;
  mapping: VisitColumnMapping;
  /** Columns that are another day's. */
  others: ReadonlySet<number>;
}

type Said = boolean | null | RowFault;

function columnSays(row: PlacedRow, column: HeldColumn, sheet: number): Said {
  const { index, title, means, crossed } = column;
  const text = sheetText(row.cells[index]);
  const about = { column: title, value: shorten(text) };
  if (means === null) {
    const message = `Nobody has said what the column “${title}” tells about the visit.`;
    return { ...about, for: 'question', message, question: heldKey(sheet, index) };
  }
  const message = `“${title}” says “${shorten(text, 60)}”, ${NOT_COMPLETED}.`;
  if (means === 'no_held') {
    if (text === '' || NOTHING.test(text) || yesOrNo(text) === false) return null;
    return { ...about, for: 'not_held', message };
  }
  if (text === '') {
    const blank = `“${title}” is blank, so nobody says that the visit took place.`;
    return { ...about, for: 'not_held', message: blank };
  }
  const open = saysNeither(text) || (crossed && isCross(text));
  const said =
    !open && (means === 'filled_held' ? !NOTHING.test(text) : (yesOrNo(text) ?? saysHeld(text)));
  return said ? true : { ...about, for: 'not_held', message };
}

/** "Larch Primary School - CANCELLED" */
function nameSays(row: PlacedRow, { mapping }: DayToJudge): Said {
  const { schoolName } = mapping;
  const text = schoolName ? sheetText(row.cells[schoolName.index]) : '';
  if (!schoolName || !/\b(cancell?ed|postponed|canx)\b/i.test(text)) return null;
  const message = `The school is written as “${shorten(text, 60)}”, so the visit did not take place.`;
  return { for: 'not_held', column: schoolName.title, value: shorten(text), message };
}

function statusSays(row: PlacedRow, status: DayToJudge['status']): Said {
  const text = status ? sheetText(row.cells[status.index]) : '';
  if (!status || text === '') return null;
  const held = saysHeld(text);
  if (held === true) return true;
  const message =
    held === false
      ? `The status is “${shorten(text, 60)}”, ${NOT_COMPLETED}.`
      : `“${shorten(text, 60)}” does not say whether the visit took place. Write Completed or ` +
        'Cancelled, or match no column to the status.';
  return { for: 'not_held', column: status.title, value: shorten(text), message };
}

/**
 * What of a row says that its visit did not take place, or leaves it open. Where a column says in
 * so many words that it did, the notes are not asked.
 */
export function heldFaults(row: PlacedRow, context: HeldContext, day: DayToJudge): RowFault[] {
  // The day to which a visit was moved does not speak against itself.
  const about = ({ index }: { index: number }) => index !== day.index && !day.others.has(index);
  const said = [
    nameSays(row, day),
    ...context.held.filter(about).map((column) => columnSays(row, column, context.sheetIndex)),
    statusSays(row, day.status),
  ];
  const faults = said.filter((each) => each !== null && typeof each === 'object');
  if (faults.length > 0 || said.includes(true)) return faults;
  for (const { index, title } of context.texts.filter(about)) {
    const cell = row.cells[index];
    if (typeof cell !== 'string' || !notesSayNotHeld(cell)) continue;
    const message = `The note says that it did not take place: “${shorten(sheetText(cell), 60)}”.`;
    return [{ for: 'not_held', column: title, value: shorten(sheetText(cell)), message }];
  }
  return [];
}
