import type { HandedBackFor, VisitRowOutcome } from './import-rows';
import type { VisitReadingOptions, VisitSheetField } from './visit-sheets';

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
