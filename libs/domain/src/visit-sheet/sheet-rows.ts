import type { AcademicYear } from '../academic-year';
import type { Day } from '../day';
import { shorten } from '../register/rejection';
import { SAYS_NO_DAY, readDayCell, type SheetOrder } from './day-cells';
import { DAY_UNKNOWN, type SheetMonths } from './day-months';
import type { DayRow, LinesPassedOver, RowFault } from './file-reading';
import { daysKey } from './open-question';
import { heldFaults, type DayToJudge, type HeldContext } from './row-held';
import { kindOfRow, Passed, repeatsHeader } from './row-kind';
import { Section } from './row-section';
import { readRowVisit, type DayColumns } from './row-visit';
import { isBlankRow, sheetText } from './sheet-cell';
import { isDayCell } from './sheet-columns';
import type { PlacedRow } from './sheet-to-read';

/** One column of days of visits. */
export interface DayColumn extends DayColumns, DayToJudge {
  title: string;
  hidden: boolean;
  academicYear: AcademicYear | null;
  /** Nobody has said whether its days are those of visits. */
  open: boolean;
}

export interface RowsContext {
  sheetIndex: number;
  sheet: string;
  titles: readonly string[];
  /** Columns at the left that are the tracker's own. */
  own: number;
  days: readonly DayColumn[];
  planned: readonly { index: number; title: string }[];
  held: HeldContext;
  order: SheetOrder;
  months: SheetMonths;
  /** The sheet has schools with their last visits: one without a day had none. */
  lastVisitsOnly: boolean;
  /** What stands above the header. */
  above: readonly string[];
  today: Day;
}

/** Struck through: the day, the school or the whole row. */
function struckOrHidden(row: PlacedRow, day: DayColumn): RowFault[] {
  const { mapping } = day;
  const telling = [day.index, mapping.schoolName?.index, mapping.urn?.index];
  const struck = telling.some((index) => index !== undefined && row.struck.has(index));
  const about = { for: 'struck_or_hidden' as const, column: day.title };
  const value = shorten(sheetText(row.cells[day.index]));
  return [
    ...(struck ? [{ ...about, value, message: 'The row is struck through in the file.' }] : []),
    ...(row.hidden ? [{ ...about, value, message: 'The row is hidden in the file.' }] : []),
    ...(day.hidden ? [{ ...about, value, message: 'The column is hidden in the file.' }] : []),
  ];
}

function missingDay(
  row: PlacedRow,
  { planned, order, months }: RowsContext,
  day: DayColumn,
): RowFault {
  const column = planned.find(({ index }) => sheetText(row.cells[index]) !== '');
  const about = { column: day.title, value: shorten(sheetText(row.cells[day.index])) };
  if (!column) return { ...about, for: 'day', message: 'The date of the visit is missing.' };
  const said = sheetText(row.cells[column.index]);
  const read = readDayCell(said, {
    ...{ sheetIndex: 0, title: column.title, order, months, academicYear: day.academicYear },
    ...{ today: '2199-12-31', keptAsDay: row.dayCells.has(column.index) },
  });
  const what = read.day ?? said;
  const message = `There is a planned day (${what}) and no day on which it took place, so it is not a visit.`;
  return { ...about, for: 'not_held', message };
}

/** Reads the rows below the header: each day of each row, and what is passed over. */
export function readRows(
  rows: readonly PlacedRow[],
  context: RowsContext,
): { rows: DayRow[]; passedOver: LinesPassedOver[] } {
  const found: DayRow[] = [];
  const passed = new Passed();
  const section = new Section(context.titles, context.above);
  const sure = context.days.filter(({ open }) => !open);
  const mapping = context.days[0]?.mapping ?? {};
  const columns = {
    ...{ school: mapping.schoolName?.index, urn: mapping.urn?.index, own: context.own },
  };

  for (const row of rows) {
    if (row.fault !== null) {
      found.push(unreadable(row, row.fault, context));
      continue;
    }
    if (isBlankRow(row.cells)) {
      passed.add('blank', row.line);
      continue;
    }
    if (repeatsHeader(row, context.titles)) {
      passed.add('repeated_header', row.line);
      section.repeated(row);
      continue;
    }
    const filled = context.days.filter(({ index }) => {
      const text = sheetText(row.cells[index]);
      return text !== '' && !SAYS_NO_DAY.test(text);
    });
    const kind = kindOfRow(row, columns);
    const noDay = filled.every(({ index }) => !isDayCell(row.cells[index], true));
    if (kind !== null && noDay && (kind !== 'heading' || filled.length === 0)) {
      passed.add(kind, row.line);
      if (kind === 'heading') section.heading(row);
      continue;
    }
    const against = section.faults();
    for (const day of filled) found.push(readOne(row, day, context, against));
    if (filled.length > 0) continue;
    const [only] = sure;
    if (sure.length !== 1 || !only || context.lastVisitsOnly) passed.add('no_visit', row.line);
    else found.push(readOne(row, only, context, [], missingDay(row, context, only)));
  }
  return { rows: found, passedOver: passed.list() };
}

/** A line that cannot be taken apart: nobody can say which of its values is which. */
function unreadable(row: PlacedRow, message: string, { sheetIndex }: RowsContext): DayRow {
  return {
    ...{ key: `${sheetIndex}-${row.line}-line`, sheetIndex, line: row.line, columnIndex: -1 },
    ...{ column: '', dayAsWritten: '', visitedOn: null, visit: {} },
    cells: row.cells.map(sheetText),
    faults: [{ for: 'content', column: '', value: '', message }],
  };
}

const WHERE = /\b(district|borough|area|parish|locality|address|town|village)\b/i;

function saysWhere(row: PlacedRow, { mapping }: DayColumn, titles: readonly string[]): string[] {
  const used = new Set(Object.values(mapping).map(({ index }) => index));
  return titles.flatMap((title, index) => {
    const text = WHERE.test(title) && !used.has(index) ? sheetText(row.cells[index]) : '';
    return text === '' || text.length > 200 ? [] : [text];
  });
}

function readOne(
  row: PlacedRow,
  day: DayColumn,
  context: RowsContext,
  against: readonly RowFault[],
  missing?: RowFault,
): DayRow {
  const { sheetIndex, order, months, today, held } = context;
  const cell = row.cells[day.index];
  const read = missing
    ? { day: null, faults: [missing], monthOnly: false }
    : readDayCell(cell, {
        ...{ sheetIndex, title: day.title, order, months, today, academicYear: day.academicYear },
        keptAsDay: row.dayCells.has(day.index),
      });
  const { visit, faults } = readRowVisit(row, day);
  const around = saysWhere(row, day, context.titles);
  if (around.length > 0) visit.around = around;
  const open: RowFault[] = day.open
    ? [
        {
          ...{ for: 'question', column: day.title, value: shorten(sheetText(cell)) },
          message: `Nobody has said whether the days in the column “${day.title}” are days of visits.`,
          question: daysKey(sheetIndex, day.index),
        },
      ]
    : [];
  return {
    key: `${sheetIndex}-${row.line}-${day.index}`,
    ...{ sheetIndex, line: row.line, columnIndex: day.index, column: day.title },
    cells: row.cells.map((each) => (typeof each === 'string' ? each : sheetText(each))),
    dayAsWritten: sheetText(cell),
    visitedOn: read.day,
    visit: read.monthOnly
      ? { ...visit, summary: DAY_UNKNOWN(sheetText(cell), visit.summary), monthOnly: true }
      : visit,
    faults: [
      ...struckOrHidden(row, day),
      // A day that nobody came on is said before what else is wrong with it.
      ...against,
      ...heldFaults(row, held, day),
      ...open,
      ...read.faults,
      ...faults,
    ],
  };
}
