import type { Day } from '../day';
import { plural } from '../plural';
import type { FileChoices, FileReading, SheetChoice, SheetReading } from './file-reading';
import { sheetText } from './sheet-cell';
import { isDayCell } from './sheet-columns';
import { MOST_COLUMNS, placeRows, type SheetToRead } from './sheet-to-read';
import { namesNoVisits } from './names-no-visits';
import { openSheet, type OpenSheet } from './open-sheet';
import { readVisitSheet } from './read-sheet';

const HIDDEN = 'The sheet is hidden in the file.';

function countsOf(sheet: SheetToRead): Pick<SheetReading, 'rows' | 'days'> {
  const placed = placeRows(sheet);
  let days = 0;
  for (const { cells, dayCells } of placed) {
    for (const [index, cell] of cells.entries())
      if (isDayCell(cell, dayCells.has(index))) days += 1;
  }
  return {
    rows: placed.filter(({ cells }) => cells.some((cell) => sheetText(cell) !== '')).length,
    days,
  };
}

/** Why a visible sheet is not suggested; null when it is. */
function notSuggested(open: OpenSheet, all: readonly OpenSheet[]): string | null {
  if (open.problem !== null) return open.problem;
  if (namesNoVisits(open.name)) {
    return 'By its name, its visits did not take place or are still to come.';
  }
  if (!open.lastVisitsOnly) return null;
  const logs = all.filter((each) => each.problem === null && !each.lastVisitsOnly && each.visible);
  return logs.length === 0
    ? null
    : 'It looks like a list of schools with their last visits, and another sheet has the visits.';
}

function unread(
  sheet: SheetToRead,
  open: OpenSheet,
  suggested: boolean,
  reason: string,
): SheetReading {
  return {
    ...{ index: open.index, name: sheet.name === '' ? null : sheet.name, visible: open.visible },
    ...{ read: false, suggested, reason, ...countsOf(sheet) },
    ...open.shape,
    ...{ passedOver: [], academicYear: open.academicYear },
  };
}

/** Where a character of the file could not be read, which shows as a sign of its own. */
const UNREAD = '\ufffd';
const MOST_PLACES = 10;

function unreadCharacters({ name, rows }: SheetToRead): string[] {
  const lines = rows
    .filter(({ cells }) =>
      cells.some(({ value }) => typeof value === 'string' && value.includes(UNREAD)),
    )
    .map(({ line }) => line);
  if (lines.length === 0) return [];
  const more = lines.length > MOST_PLACES ? ` and ${lines.length - MOST_PLACES} more` : '';
  const where = `${lines.length === 1 ? 'line' : 'lines'} ${lines.slice(0, MOST_PLACES).join(', ')}${more}`;
  const of = name === '' ? '' : ` of the sheet “${name}”`;
  return [`On ${where}${of} a character cannot be read. It is shown as ${UNREAD}.`];
}

function noticesOf(sheets: readonly SheetToRead[]): string[] {
  return sheets.flatMap((sheet) => {
    const { name, rows } = sheet;
    const unread = unreadCharacters(sheet);
    const beyond = rows.reduce(
      (sum, { cells }) => sum + cells.filter(({ column }) => column >= MOST_COLUMNS).length,
      0,
    );
    if (beyond === 0) return unread;
    const where = name === '' ? '' : ` of the sheet “${name}”`;
    return [
      ...unread,
      `${plural(beyond, 'cell')}${where} beyond column ${MOST_COLUMNS} ${beyond === 1 ? 'is' : 'are'} not read.`,
    ];
  });
}

/** A matching of columns without a sheet is that of the sheet suggested first. */
function onlyFirst(
  sheets: readonly SheetToRead[],
  choice: NonNullable<FileChoices['first']>,
): SheetChoice[] {
  const open = sheets.map((sheet, index) => openSheet(sheet, index));
  const visible = open.filter((each) => each.visible && each.rows.length > 0);
  const first = visible.find((each) => notSuggested(each, open) === null) ?? visible[0] ?? open[0];
  return open.map(({ index }) =>
    index === first?.index ? { index, ...choice } : { index, read: false },
  );
}

function chosenSheets(
  sheets: readonly SheetToRead[],
  { first, names, sheets: chosen }: FileChoices,
): readonly SheetChoice[] | undefined {
  if (first) return onlyFirst(sheets, first);
  if (!names) return chosen;
  return sheets.map(({ name }, index) => ({ index, read: names.includes(name) }));
}

/**
 * Reads a file of visits. Each cell of a day on a sheet that is read comes out as a row with its
 * day, or with what speaks against taking it; whatever else is not read is named with its number:
 * sheets, columns, lines.
 *
 * @param choices what a person chose; the rest is as suggested
 */
export function readVisitFile(
  sheets: readonly SheetToRead[],
  choices: FileChoices,
  today: Day,
): FileReading {
  const chosen = chosenSheets(sheets, choices);
  const choiceOf = (index: number) => chosen?.find((each) => each.index === index);
  const open = sheets.map((sheet, index) => openSheet(sheet, index, choiceOf(index)));
  const reading: FileReading = {
    ...{ sheets: [], questions: [], rows: [], problem: null },
    notices: noticesOf(sheets),
  };
  const missing = choices.names?.find((name) => !sheets.some((sheet) => sheet.name === name));
  if (missing !== undefined) {
    return { ...reading, problem: `The file has no sheet called “${missing}”.` };
  }
  for (const [index, sheet] of sheets.entries()) {
    const each = open[index]!;
    const choice = choiceOf(index);
    const against = each.visible ? notSuggested(each, open) : HIDDEN;
    const wanted = choice?.read ?? against === null;
    if (!wanted || each.problem !== null) {
      const reason = against ?? 'It was left out by choice.';
      reading.sheets.push(unread(sheet, each, against === null, each.problem ?? reason));
      continue;
    }
    const { answers = {} } = choices;
    const read = readVisitSheet(each, {
      suggested: against === null,
      reason: against,
      answers,
      today,
    });
    reading.sheets.push({ ...read.sheet, ...countsOf(sheet) });
    reading.questions.push(...read.questions);
    for (const row of read.rows) reading.rows.push(row);
  }
  if (!reading.sheets.some(({ read }) => read)) {
    const visible = reading.sheets.find((sheet) => sheet.visible && sheet.rows > 0);
    reading.problem =
      visible?.reason ??
      (sheets.some(({ rows }) => rows.length > 0)
        ? 'Every sheet with anything in it is hidden. Show the sheet in Excel, or choose it.'
        : 'The file has nothing but blank lines.');
  }
  return reading;
}
