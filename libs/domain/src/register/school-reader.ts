import { cellText, readDay, readPupils } from './cell-values';
import { tidyPostcode, tidyTelephone, tidyWebsite } from './contact-values';
import { matchColumns, type FileColumn, type FileColumns } from './match-columns';
import { REGISTER_ENTRIES, type RegisterKey, type RegisterKind } from './register-fields';
import type { RegisterSchool } from './register-school';
import {
  CellFault,
  leavingOut,
  readingRow,
  shorten,
  type Rejection,
  type ValueLeftOut,
} from './rejection';
import { createRowGate, createUrnReader, laFilterProblem } from './row-gate';
import { readClosedOn, readPercent, readPlace, readStatus, saidOfStatus } from './school-cells';
import { isNoSchool } from './no-school';
import { LINKED_ESTABLISHMENTS, readLinkedEstablishments } from './linked-establishments';
import { isSmallShare, ShareColumn } from './share-unit';
import type { Day } from '../day';
import { readSheetDay } from '../visit-sheet/sheet-cell';
import type { SchoolLink } from '../succession';

export interface ReaderOptions {
  /** Local authority codes, such as `919`; rows of others are skipped. None: every authority. */
  laCodes?: readonly string[];
}

export type SchoolRow =
  | {
      school: RegisterSchool;
      /** Values that were left out although the school was taken; no key when there are none. */
      leftOut?: ValueLeftOut[];
      /** Who followed whom, where the file has a column of it; no key when there are none. */
      links?: SchoolLink[];
      /** The free school meals as written, where that may be a percentage or a fraction of 1. */
      fsmShare?: { text: string; column: string };
      /** When the register last changed the row; no key where the file does not say. */
      changedOn?: Day;
    }
  | { rejection: Rejection }
  /** `noSchool`: an establishment that is none, such as a children's centre. */
  | { skipped: true; noSchool?: true };

export interface SchoolReader {
  /** Reads one row. `line` is its line in the file. */
  read(cells: readonly string[], line: number): SchoolRow;
  /** A share as a percentage, by the column as read so far; null where that does not tell. */
  percentOf(share: string): number | null;
}

/** Fields that are read beside others of the row, below. */
const READ_TOGETHER: readonly RegisterKey[] = [
  ...(['name', 'status', 'establishmentType', 'openedOn', 'closedOn'] as const),
  ...(['easting', 'northing'] as const),
];
const READ_ALONE = REGISTER_ENTRIES.filter(([key]) => !READ_TOGETHER.includes(key));

const TIDIED: Partial<Record<RegisterKey, (text: string) => string | null>> = {
  postcode: tidyPostcode,
  website: tidyWebsite,
  telephone: tidyTelephone,
};

/** The value of a field's cell; null when the cell has none. */
function readValue(
  key: RegisterKey,
  kind: RegisterKind,
  text: string,
  title: string,
): string | number | null {
  if (kind === 'day') return readDay(text, title);
  if (kind === 'pupils') return readPupils(text, title);
  if (kind === 'percent') return readPercent(text, title);
  const tidy = TIDIED[key];
  return (tidy ? tidy(text) : text) || null;
}

function essentialText(cells: readonly string[], column: FileColumn, what: string): string {
  const text = cellText(cells, column);
  if (text === '') throw new CellFault(column.title, '', `The school's ${what} is missing.`);
  return text;
}

/** The fields that need no other one to be read. */
function readAlone(
  cells: readonly string[],
  columns: FileColumns<'schools'>,
  leftOut: ValueLeftOut[],
): Partial<RegisterSchool> {
  const read: Record<string, string | number | null> = {};
  for (const [key, { kind, blankIsNone }] of READ_ALONE) {
    const column = columns[key];
    if (!column) continue;
    const text = cellText(cells, column);
    // Judged with the whole of its column, by who reads the file.
    if (kind === 'percent' && isSmallShare(text)) continue;
    const value = leavingOut(leftOut, () => readValue(key, kind, text, column.title));
    if (value !== null || blankIsNone) read[key] = value;
  }
  return read;
}

/** Texts of a school in which a character of the file could not be read: what is kept is said. */
function unreadIn(school: RegisterSchool, columns: FileColumns<'schools'>): ValueLeftOut[] {
  return Object.entries(school).flatMap(([key, value]) => {
    const title = columns[key as RegisterKey]?.title;
    if (title === undefined || typeof value !== 'string' || !value.includes(UNREAD)) return [];
    const message = `A character cannot be read and is kept as ${UNREAD}.`;
    return [{ column: title, value: shorten(value), message }];
  });
}

/** Where a character of the file could not be read, which shows as a sign of its own. */
const UNREAD = '\ufffd';

/**
 * Reads the rows of a GIAS file of schools, in any of its layouts (see `COLUMN_RULES.schools`).
 * Gives `problem`, a sentence, when the header is not that of such a file. A row that says
 * something impossible is handed back whole. Of two rows with one URN the first is taken.
 */
export function createSchoolReader(
  header: readonly string[],
  options: ReaderOptions = {},
): SchoolReader | { problem: string } {
  const matched = matchColumns(header, 'schools');
  if ('problem' in matched) return matched;
  const { columns } = matched;
  const { laCode } = columns;
  const noFilter = laFilterProblem(laCode, options.laCodes);
  if (noFilter) return { problem: noFilter };
  const gate = createRowGate({
    ...{ header, urn: columns.urn, laCode, laCodes: options.laCodes },
    spilling: columns.linkedEstablishments && LINKED_ESTABLISHMENTS,
  });
  const urns = createUrnReader(columns.urn);
  const shares = new ShareColumn();

  function readSchool(cells: readonly string[], line: number): SchoolRow {
    const typeText = cellText(cells, columns.establishmentType);
    if (isNoSchool(cellText(cells, columns.urn), typeText))
      return { skipped: true, noSchool: true };
    const leftOut: ValueLeftOut[] = [];
    const urn = urns.read(cells);
    const statusText = cellText(cells, columns.status);
    const status = readStatus(statusText, columns.status.title);
    const said = saidOfStatus(statusText, columns.status.title);
    if (said) leftOut.push(said);
    const school: RegisterSchool = {
      urn,
      name: essentialText(cells, columns.name, 'name'),
      status,
      establishmentType: essentialText(cells, columns.establishmentType, 'type of establishment'),
    };
    const opened = columns.openedOn;
    const openedOn = opened ? readDay(cellText(cells, opened), opened.title) : null;
    if (openedOn !== null) school.openedOn = openedOn;
    const closedOn = readClosedOn(cells, columns.closedOn, status, openedOn);
    if (closedOn !== undefined) school.closedOn = closedOn;
    Object.assign(school, readPlace(cells, columns, leftOut), readAlone(cells, columns, leftOut));
    urns.taken(urn, line);
    leftOut.push(...unreadIn(school, columns));
    const { linkedEstablishments: linked, fsmPercent: fsm } = columns;
    const text = fsm ? cellText(cells, fsm) : '';
    shares.add(text);
    const fsmShare = fsm && isSmallShare(text) && { text, column: fsm.title };
    const changed = columns.changedOn;
    const changedOn = changed && readSheetDay(cellText(cells, changed));
    const links = linked ? readLinkedEstablishments(urn, cells.slice(linked.index)) : [];
    return {
      school,
      ...(leftOut.length > 0 && { leftOut }),
      ...(links.length > 0 && { links }),
      ...(changedOn && { changedOn }),
      ...(fsmShare && { fsmShare }),
    };
  }

  return {
    read(cells, line) {
      const stopped = gate(cells, line);
      if (stopped === 'skip') return { skipped: true };
      return stopped ?? readingRow(line, () => readSchool(cells, line));
    },
    percentOf: (share) => shares.percentOf(share),
  };
}
