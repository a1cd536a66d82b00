import type { AcademicYear } from '../academic-year';
import type { Day } from '../day';
import type { VisitKind } from '../visit-state';
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

/** What is wrong with a row that is handed back, and so what a person can do about it. */
export type HandedBackFor =
  | 'school'
  | 'day'
  | 'not_held'
  | 'struck_or_hidden'
  | 'question'
  | 'differs'
  | 'same_day'
  | 'content';

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

export interface Question {
  key: string;
  sheetIndex: number;
  column: number;
  question: string;
  examples: string[];
  options: { value: string; label: string }[];
  answer: string | null;
  rows: number;
}

export type ColumnUse =
  VisitField | 'held' | 'planned' | 'asked' | 'part_of_rejected_file' | 'not_read';

export interface ColumnReading {
  index: number;
  title: string;
  use: ColumnUse;
  filled: number;
  days: number;
  reason: string | null;
}

export type PassedOver =
  'above_header' | 'heading' | 'total' | 'repeated_header' | 'no_visit' | 'blank';

export interface LinesPassedOver {
  what: PassedOver;
  count: number;
  /** The first of them. */
  lines: number[];
}

export interface SheetReading {
  index: number;
  name: string | null;
  visible: boolean;
  read: boolean;
  suggested: boolean;
  reason: string | null;
  rows: number;
  days: number;
  headerLine: number | null;
  header: string[];
  /** Columns at the left that are the tracker's own, in a file of rejected rows sent again. */
  own: number;
  mapping: Partial<Record<VisitField, number | number[]>>;
  columns: ColumnReading[];
  academicYear: AcademicYear | null;
  passedOver: LinesPassedOver[];
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
