import type { Day } from '../day';
import type { SchoolStatus } from '../school-scope';
import { cellText, readDay, readFigure } from './cell-values';
import type { FileColumn, FileColumns } from './match-columns';
import { CellFault, leavingOut, OddFigure, type ValueLeftOut } from './rejection';

const STATUSES: Record<string, SchoolStatus> = {
  open: 'open',
  'open but proposed to close': 'closing',
  closed: 'closed',
  'proposed to open': 'proposed',
};

/** Further words of the register for what is no open school, and what each comes to here. */
const SELDOM: Record<string, SchoolStatus> = {
  'de-registered as eys': 'closed',
  'created in error': 'closed',
  'rejected opening': 'closed',
  quarantine: 'closed',
  archived: 'closed',
  'pending approval': 'proposed',
  'create free schools': 'proposed',
};

const STATUS_TAKEN_AS = { closed: 'closed', proposed: 'proposed to open' } as Record<
  SchoolStatus,
  string
>;

/** What to say of a status that seldom comes and was taken as another; null for the usual ones. */
export function saidOfStatus(text: string, column: string): ValueLeftOut | null {
  const status = SELDOM[statusKey(text)];
  if (!status) return null;
  const message = `“${text}” is not an open school. It was taken as ${STATUS_TAKEN_AS[status]}.`;
  return { column, value: text, message };
}

const statusKey = (text: string): string => text.toLowerCase().replace(/\s*,\s*/g, ' ');

/** A status as the register names it. */
export function readStatus(text: string, column: string): SchoolStatus {
  const status = STATUSES[statusKey(text)] ?? SELDOM[statusKey(text)];
  if (status) return status;
  const known = 'Open, Closed, “Open, but proposed to close” or “Proposed to open”';
  const said =
    text === '' ? 'The status is missing' : `“${text}” is not a status the register uses`;
  throw new CellFault(column, text, `${said}; it must be ${known}.`);
}

/** A percentage, 0 to 100, to one decimal; null when not known. */
export function readPercent(text: string, column: string): number | null {
  const percent = readFigure(text, column, 'the percentage eligible for free school meals');
  if (percent === null) return null;
  if (percent > 100) throw new OddFigure(column, text, `${text} is more than 100 per cent.`);
  return Math.round(percent * 10) / 10;
}

/** The British National Grid ends at 700 km east and 1,300 km north. */
const GRID = { easting: 700_000, northing: 1_300_000 };

function readGrid(text: string, column: FileColumn, axis: keyof typeof GRID): number | null {
  const metres = readFigure(text, column.title, `the ${axis}`);
  if (metres === null || metres === 0) return null;
  if (metres <= GRID[axis]) return Math.round(metres);
  throw new OddFigure(column.title, text, `${text} is outside the British National Grid.`);
}

/** Where a school is; null when either figure is blank or 0, which is how GIAS says "not known". */
export function readPlace(
  cells: readonly string[],
  columns: FileColumns<'schools'>,
  leftOut: ValueLeftOut[],
): { easting: number; northing: number } | null {
  const { easting: east, northing: north } = columns;
  if (!east || !north) return null;
  const easting = leavingOut(leftOut, () => readGrid(cellText(cells, east), east, 'easting'));
  const northing = leavingOut(leftOut, () => readGrid(cellText(cells, north), north, 'northing'));
  return easting === null || northing === null ? null : { easting, northing };
}

/**
 * When a school closed, undefined when the file does not say. The status decides whether a school
 * is closed; this day only dates it, so a day still to come is kept, and so is one before the
 * opening day of a closed school: the register holds proposals that never opened. Only an open
 * school that would have closed before it opened is refused.
 */
export function readClosedOn(
  cells: readonly string[],
  column: FileColumn | undefined,
  status: SchoolStatus,
  openedOn: Day | null,
): Day | null | undefined {
  // An open school has no closing day: one that is known is from before it opened again.
  if (!column) return status === 'open' ? null : undefined;
  const text = cellText(cells, column);
  const closedOn = readDay(text, column.title);
  if (closedOn !== null && openedOn !== null && closedOn < openedOn && status !== 'closed') {
    throw new CellFault(column.title, text, 'The school would close before it opens.');
  }
  return closedOn;
}
