/**
 * A file of past visits on its way in. It is sent once (`POST /api/imports`, kind `visits`, `dryRun`)
 * and kept; checking reads it, and what was found is looked at and put right before anything is
 * written:
 *
 * - `GET  /api/imports/:id/reading` how it was read: sheets, columns, questions, what was not read
 * - `POST /api/imports/:id/check` reads it again by other options; decisions on rows stay
 * - `GET  /api/imports/:id/rows` every day on the sheets and what becomes of it
 * - `POST /api/imports/:id/rows/:rowId/decide` puts one row right
 * - `POST /api/imports/:id/visitors` says whose name or initials are meant
 * - `POST /api/imports/:id/run` writes what was checked; sent twice it does it once
 */
export const VISIT_SHEET_FIELDS = [
  'urn',
  'schoolName',
  'town',
  'postcode',
  'visitedOn',
  'kind',
  'status',
  'visitor',
  'metWith',
  'summary',
] as const;
export type VisitSheetField = (typeof VISIT_SHEET_FIELDS)[number];

/** `POST /api/imports/columns` (multipart `file`): how a spreadsheet of visits would be read. */
export interface VisitSheetPreview {
  /** Name of the workbook's sheet that is read; null for CSV. */
  sheet: string | null;
  /** Line of the header row. */
  headerLine: number;
  header: string[];
  /** Field of the tracker -> index of the column, as guessed. */
  mapping: Partial<Record<VisitSheetField, number>>;
  /** The first rows below the header. */
  sample: string[][];
}

/** Fields that several columns may hold: visits side by side, notes in two columns. */
export const SEVERAL_COLUMNS: readonly VisitSheetField[] = ['visitedOn', 'summary'];

/** Field -> its column, 0 the first, or several. It is complete: what is left out is not read. */
export type VisitChoiceOfField = Partial<Record<VisitSheetField, number | number[]>>;

/** How one sheet is to be read. What is left out is as suggested. */
export interface SheetOptions {
  /** Position in the workbook, 0 the first; 0 for CSV. */
  index: number;
  /** Whether it is read at all. */
  read?: boolean;
  /** Line of the header row, 1 the first. */
  headerLine?: number;
  mapping?: VisitChoiceOfField;
  /** The academic year of days that name none, `2023-24`; null: such days are handed back. */
  academicYear?: string | null;
}

/** How a file of visits is to be read. */
export interface VisitReadingOptions {
  sheets?: SheetOptions[];
  /** Key of a question -> value of the answer chosen. */
  answers?: Record<string, string>;
  /** Whether rows that differ from what is on record change it. They are handed back otherwise. */
  takeChanges?: boolean;
}

/** What a column is taken to be. */
export type ColumnUse =
  VisitSheetField | 'held' | 'planned' | 'asked' | 'part_of_rejected_file' | 'not_read';

export interface SheetColumn {
  index: number;
  title: string;
  use: ColumnUse;
  /** Cells below the header that are not blank. */
  filled: number;
  /** Those that are days. */
  days: number;
  /** Why it is read so or not read, a sentence; null where its title says so. */
  reason: string | null;
}

/** Lines of a sheet that hold no visit. */
export interface LinesPassedOver {
  what: 'above_header' | 'heading' | 'total' | 'repeated_header' | 'no_visit' | 'blank';
  count: number;
  /** The first 20 of them. */
  lines: number[];
}

export interface SheetReading {
  index: number;
  /** Null for CSV. */
  name: string | null;
  visible: boolean;
  /** Whether it was read. */
  read: boolean;
  /** Whether it is suggested to read it. */
  suggested: boolean;
  /** Why it is not read, or not suggested; a sentence. */
  reason: string | null;
  /** Rows with anything in them. */
  rows: number;
  /** Cells that are days, headers left out. */
  days: number;
  headerLine: number | null;
  /** The titles, of several header rows together. */
  header: string[];
  /** Columns at the left that are the tracker's own, in a file of rejected rows sent again. */
  own: number;
  mapping: Partial<Record<VisitSheetField, number | number[]>>;
  columns: SheetColumn[];
  /** The year its name tells, or the one chosen. */
  academicYear: string | null;
  passedOver: LinesPassedOver[];
  /** The first five rows below the header. */
  sample: string[][];
}

/** What must be answered before the rows it is about can be created. */
export interface ReadingQuestion {
  key: string;
  sheetIndex: number;
  /** Index of the column it is about. */
  column: number;
  question: string;
  /** Values of the column or rows that raise it. */
  examples: string[];
  options: { value: string; label: string }[];
  /** The answer chosen; null while it is open. */
  answer: string | null;
  /** Days that wait for it, or would be read by it. */
  rows: number;
}

/** Who came, as the file names them. */
export interface VisitorOfFile {
  name: string;
  /** Rows that name them. */
  rows: number;
  /** The account; null where the name is kept as it is written. */
  userId: string | null;
  userName: string | null;
  /** `account` has that very name; `remembered` somebody has said so once. */
  known: 'account' | 'remembered' | null;
}

/**
 * - `new`: a visit is created
 * - `completes`: a visit scheduled for that day is completed
 * - `identical`: it is on record, or on an earlier line, just so
 * - `changed`: it differs from what is on record, and the record is changed
 * - `handed_back`: not taken, with its reason
 * - `skipped`: a person chose to leave it out
 */
export const VISIT_ROW_OUTCOMES = [
  'new',
  'completes',
  'identical',
  'changed',
  'handed_back',
  'skipped',
] as const;
export type VisitRowOutcome = (typeof VISIT_ROW_OUTCOMES)[number];

/** What is wrong with a row that is handed back, and so what can be done about it. */
export const HANDED_BACK_FOR = [
  /** Choose the school. */
  'school',
  /** Type the day. */
  'day',
  /** The row says that it did not take place; `tookPlace` if it did. */
  'not_held',
  /** Struck through or hidden; `tookPlace` if it is meant all the same. */
  'struck_or_hidden',
  /** An open question of the reading. */
  'question',
  /** Differs from what is on record; `sameDay: 'change'` takes it. */
  'differs',
  /** The day has a visit that may or may not be this one; `sameDay` says. */
  'same_day',
  /** Something of the row cannot be stored, as notes that are too long. */
  'content',
] as const;
export type HandedBackFor = (typeof HANDED_BACK_FOR)[number];

/** `POST /api/imports/:id/rows/:rowId/decide`: what is left out is as the file says. */
export interface RowDecision {
  skip?: boolean;
  schoolId?: string | null;
  /** Whether this school is remembered for the name as the file writes it; true unless said. */
  remember?: boolean;
  visitedOn?: string | null;
  /** It did take place, whatever notes, columns and strokes say. */
  tookPlace?: boolean;
  /** What it is to the visit on record of that school and day. */
  sameDay?: 'another' | 'change' | null;
}

/** One change that a row offers. */
export interface OfferedChange {
  field: 'kind' | 'visitor' | 'metWith' | 'summary';
  before: string | null;
  after: string | null;
}

/** One day of a sheet and what becomes of it. */
export interface ImportRow {
  /** Sheet, line and column, `0-17-2`; the same after every check. */
  id: string;
  sheetIndex: number;
  sheet: string | null;
  line: number;
  /** Title of the column that is at fault, or that holds the day. */
  column: string;
  /** The row as the file has it, under the sheet's header. */
  cells: string[];
  outcome: VisitRowOutcome;
  /** Why; null where nothing needs saying. */
  reason: string | null;
  handedBackFor: HandedBackFor | null;
  /** Key of the question that is open. */
  questionKey: string | null;
  /** The school as written, and the one found or chosen. */
  schoolAsWritten: string;
  schoolId: string | null;
  schoolName: string | null;
  schoolUrn: number | null;
  schoolTown: string | null;
  /** How sure: `exact` by URN or name, `near` by a spelling close by, `remembered`, `chosen`. */
  schoolFoundBy: 'exact' | 'near' | 'remembered' | 'chosen' | null;
  /** Schools it may be, best first, where none was certain. */
  candidates: {
    schoolId: string;
    urn: number;
    name: string;
    town: string | null;
    closed: boolean;
  }[];
  dayAsWritten: string;
  visitedOn: string | null;
  kind: 'cycle' | 'follow_up' | 'other';
  visitor: string | null;
  metWith: string | null;
  summary: string | null;
  /** The visit on record that it is, completes, changes or clashes with. */
  visitId: string | null;
  changes: OfferedChange[];
  decision: RowDecision | null;
}

/** Filters of `GET /api/imports/:id/rows`, beside range and sort (`position`, `outcome`). */
export interface ImportRowFilter {
  outcome?: VisitRowOutcome | VisitRowOutcome[];
  handedBackFor?: HandedBackFor | HandedBackFor[];
  sheetIndex?: number;
  questionKey?: string;
  /** Part of the school, the day or the visitor as written. */
  q?: string;
}

/** How a file of visits was read. */
export interface VisitReading {
  importId: string;
  /** The version of the import it belongs to. */
  version: number;
  sheets: SheetReading[];
  questions: ReadingQuestion[];
  /** What else is to be known: a wrong byte, a stray quote; sentences. */
  notices: string[];
  visitors: VisitorOfFile[];
  counts: Record<VisitRowOutcome, number>;
  /** Of those handed back, how many for what. */
  handedBack: Partial<Record<HandedBackFor, number>>;
  options: VisitReadingOptions;
  /** Whether it can be written as it is: checked, and nothing is waiting. */
  mayRun: boolean;
}

/** `POST /api/imports/:id/visitors`: whose name this is; null forgets it. Answers the reading. */
export interface VisitorChoice {
  name: string;
  userId: string | null;
}

/**
 * What the hub means by a name that is not the register's or an account's: `Malvern Way`, `CL`.
 * `GET /api/known-names`, `DELETE /api/known-names/:id` forgets one.
 */
export interface KnownName {
  id: string;
  version: number;
  createdAt: string;
  updatedAt: string;
  kind: 'school' | 'visitor';
  /** As the file wrote it first. */
  name: string;
  schoolId: string | null;
  schoolName: string | null;
  schoolUrn: number | null;
  userId: string | null;
  userName: string | null;
  rememberedByName: string | null;
}
