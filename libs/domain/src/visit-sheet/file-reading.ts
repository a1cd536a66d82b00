import type { AcademicYear } from '../academic-year';
import type { Day } from '../day';
import type { VisitKind } from '../visit-state';
import type { HandedBackFor } from './row-outcome';
import type { SheetVisit } from './sheet-visit';
import type { VisitField } from './visit-columns';

/** How one sheet is to be read; what is left out is as suggested. */
export interface SheetChoice {
  index: number;
  read?: boolean;
  headerLine?: number;
  mapping?: Partial<Record<VisitField, number | number[]>>;
  academicYear?: AcademicYear | null;
}

/** How a file of visits is to be read. */
export interface FileChoices {
  sheets?: readonly SheetChoice[];
  /** Names of the sheets to be read; those that are suggested without it. */
  names?: readonly string[];
  /** How the first sheet suggested is to be read, and no other. */
  first?: Omit<SheetChoice, 'index'>;
  answers?: Readonly<Record<string, string>>;
}

export interface RowFault {
  for: HandedBackFor;
  column: string;
  value: string;
  message: string;
  /** The question that is open, where it is one. */
  question?: string;
}

/** One day of a sheet: what the row says of the visit, and what speaks against taking it. */
export interface DayRow {
  /** Sheet, line and column: the same however often the file is read. */
  key: string;
  sheetIndex: number;
  line: number;
  columnIndex: number;
  column: string;
  cells: string[];
  dayAsWritten: string;
  visitedOn: Day | null;
  visit: Omit<SheetVisit, 'visitedOn' | 'kind'> & { kind?: VisitKind };
  faults: RowFault[];
}

/** What must be answered before the rows it is about can be created. */
export interface Question {
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

/** What a column is taken to be. */
export type ColumnUse =
  VisitField | 'held' | 'planned' | 'asked' | 'part_of_rejected_file' | 'not_read';

export interface ColumnReading {
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

export type PassedOver =
  'above_header' | 'heading' | 'total' | 'repeated_header' | 'no_visit' | 'blank';

/** Lines of a sheet that hold no visit. */
export interface LinesPassedOver {
  what: PassedOver;
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
  mapping: Partial<Record<VisitField, number | number[]>>;
  columns: ColumnReading[];
  /** The year its name tells, or the one chosen. */
  academicYear: AcademicYear | null;
  passedOver: LinesPassedOver[];
  /** The first five rows below the header. */
  sample: string[][];
}

export interface FileReading {
  sheets: SheetReading[];
  questions: Question[];
  rows: DayRow[];
  notices: string[];
  /** Why no sheet can be read; null when one is. */
  problem: string | null;
}
