import type { AcademicYear } from '../academic-year';
import { VISIT_FIELDS, VISIT_FIELD_LABELS, type VisitField } from './visit-columns';
import type { SheetChoice, SheetReading } from './file-reading';
import { mappingProblem, type VisitColumnMapping } from './guess-columns';
import { sheetText } from './sheet-cell';
import {
  columnFacts,
  columnsOfDays,
  useColumns,
  type ChosenColumns,
  type ColumnFacts,
  type SheetUse,
} from './sheet-columns';
import { findSheetHeader, headerOnLine, type SheetHeader } from './sheet-header';
import { layoutProblem } from './sheet-layout';
import { placeRows, type PlacedRow, type SheetToRead } from './sheet-to-read';
import { academicYearIn } from './year-in-name';

/** A sheet whose header and columns are known, before its rows are read. */
export interface OpenSheet {
  index: number;
  name: string;
  visible: boolean;
  rows: PlacedRow[];
  header: SheetHeader | null;
  facts: ColumnFacts[];
  use: SheetUse | null;
  /** Columns at the left that are the tracker's own, in a file of rejected rows sent again. */
  own: number;
  academicYear: AcademicYear | null;
  /** Its only days are those of each school's last visit. */
  lastVisitsOnly: boolean;
  /** Why visits cannot be read from it; null when they can. */
  problem: string | null;
  /** What is shown of it, read or not. */
  shape: Pick<SheetReading, 'headerLine' | 'header' | 'own' | 'mapping' | 'columns' | 'sample'>;
}

const SAMPLE_ROWS = 5;
const REJECTED_FILE = ['Line', 'Column', 'Reason'];

function ownColumns(titles: readonly string[]): number {
  if (!REJECTED_FILE.every((title, index) => titles[index] === title)) return 0;
  return titles[3] === 'Sheet' ? 4 : 3;
}

/** A person's matching; the first fault of it as a sentence. */
function chosenColumns(
  mapping: NonNullable<SheetChoice['mapping']>,
  titles: readonly string[],
  width: number,
): ChosenColumns | { problem: string } {
  const chosen: ChosenColumns = { mapping: {}, days: [], notes: [] };
  for (const [field, columns] of Object.entries(mapping) as [VisitField, number | number[]][]) {
    if (!VISIT_FIELDS.includes(field)) return { problem: `There is no field called “${field}”.` };
    const each = [columns].flat();
    const beyond = each.find((index) => index >= Math.max(width, titles.length));
    if (beyond !== undefined) return { problem: `The sheet has no column “${beyond}”.` };
    if (field === 'visitedOn') chosen.days = [...each].sort((a, b) => a - b);
    if (field === 'summary') chosen.notes = each;
    const [index] = each;
    if (index !== undefined) chosen.mapping[field] = { index, title: titles[index] ?? '' };
  }
  return chosen;
}

function problemOf(
  use: SheetUse,
  header: SheetHeader,
  facts: readonly ColumnFacts[],
  rows: readonly PlacedRow[],
): string | null {
  const [first] = use.days;
  const day = first === undefined ? undefined : { index: first, title: header.titles[first] ?? '' };
  const mapping: VisitColumnMapping = { ...use.mapping, ...(day && { visitedOn: day }) };
  // Days that are asked about may be all there is.
  if (!day && use.askedDays.length > 0 && (use.mapping.schoolName ?? use.mapping.urn)) return null;
  const { mapping: school } = use;
  if (!day && use.planned.length > 0 && (school.schoolName ?? school.urn)) {
    return `No column is matched to “${VISIT_FIELD_LABELS.visitedOn}”: the sheet has only days that were planned.`;
  }
  const problem = mappingProblem(mapping, header.titles);
  return problem === null
    ? layoutAgainst(mapping, facts, rows)
    : (layoutProblem(facts, rows) ?? problem);
}

/** A matching that only looks like one: schools for titles, and texts where days should be. */
function layoutAgainst(
  { visitedOn }: VisitColumnMapping,
  facts: readonly ColumnFacts[],
  rows: readonly PlacedRow[],
): string | null {
  const { filled = 0, days = 0 } = facts[visitedOn?.index ?? -1] ?? {};
  return filled > 0 && days === 0 ? layoutProblem(facts, rows) : null;
}

/** Finds the header and the columns of a sheet: as a person chose them, else as they look. */
export function openSheet(sheet: SheetToRead, index: number, choice?: SheetChoice): OpenSheet {
  const rows = placeRows(sheet);
  const { headerLine } = choice ?? {};
  const header = headerLine === undefined ? findSheetHeader(rows) : headerOnLine(rows, headerLine);
  const base = {
    ...{ index, name: sheet.name, visible: sheet.visibility === 'visible', rows, header },
    academicYear: choice?.academicYear ?? null,
  };
  const none = { facts: [], use: null, own: 0, lastVisitsOnly: false };
  if (!header) {
    const broken = rows.find(({ fault }) => fault !== null);
    const problem = broken
      ? `Line ${broken.line} cannot be read. ${broken.fault}`
      : headerLine === undefined
        ? 'The sheet has nothing but blank lines.'
        : `Line ${headerLine}, which is to hold the column names, is blank or not there.`;
    const shape = { headerLine: null, header: [], own: 0, mapping: {}, columns: [], sample: [] };
    return { ...base, ...none, problem, shape };
  }
  const below = rows.slice(header.firstRow);
  const width = below.reduce((most, { cells }) => Math.max(most, cells.length), 0);
  const chosen = choice?.mapping && chosenColumns(choice.mapping, header.titles, width);
  const right = chosen && !('problem' in chosen) ? chosen : undefined;
  const facts = columnFacts(
    header.titles,
    below,
    columnsOfDays(header.titles, right),
    sheet.hiddenColumns,
  );
  const own = ownColumns(header.titles);
  const use = useColumns(facts, below, { own, headless: header.line === null, chosen: right });
  const year =
    choice?.academicYear === undefined
      ? (academicYearIn(sheet.name) ?? header.yearAbove)
      : choice.academicYear;
  const days = use.days.length === 1 ? use.days[0]! : use.days;
  return {
    ...{ ...base, facts, use, own, academicYear: year },
    lastVisitsOnly: use.days.length > 0 && use.days.every((at) => use.dayTitles[at] === 'last'),
    problem: chosen && 'problem' in chosen ? chosen.problem : problemOf(use, header, facts, rows),
    shape: {
      ...{ headerLine: header.line, header: header.titles, own, columns: [] },
      mapping: {
        ...Object.fromEntries(
          Object.entries(use.mapping).map(([field, column]) => [field, column.index]),
        ),
        ...(use.days.length > 0 && { visitedOn: days }),
        ...(use.notes.length > 1 && { summary: use.notes }),
      },
      sample: below
        .filter(({ cells }) => cells.some((cell) => sheetText(cell) !== ''))
        .slice(0, SAMPLE_ROWS)
        .map(({ cells }) =>
          Array.from({ length: Math.max(header.titles.length, cells.length) }, (_, at) => {
            const cell = cells[at];
            return typeof cell === 'string' ? cell : sheetText(cell);
          }),
        ),
    },
  };
}
