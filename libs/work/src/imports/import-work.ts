import { sheetText, type Day, type RegisterOutcome, type SheetCell } from '@tracker/domain';
import type { EntityManager } from 'typeorm';
import type { ImportEntity } from '@tracker/data';
import type { FindingWriter, NewFinding } from './import-findings';
import type { RejectionWriter } from './rejection-writer';

/** A row of a file. */
export interface FileRow {
  /** Line on which the row starts, 1 the first; of a workbook, the row of the sheet. */
  line: number;
  /** Text only from CSV; a workbook gives numbers too. */
  cells: readonly SheetCell[];
  /** Why the row cannot be read, a sentence; `soundRows` hands it back. */
  fault?: string;
}

/** The cells as text, as they are handed back. */
export function cellTexts(cells: readonly SheetCell[]): string[] {
  return cells.map((cell) => (typeof cell === 'string' ? cell : sheetText(cell)));
}

/** What one import works with. Everything it writes goes through `manager`: one transaction. */
export interface ImportWork {
  manager: EntityManager;
  record: ImportEntity;
  today: Day;
  /** Where the file lies. */
  path: string;
  /** To be told the share of the file that has been dealt with, 0 to 1. */
  onRead: (share: number) => void;
  /** Aborted when somebody stops the import. */
  stopped: AbortSignal;
  rejections: RejectionWriter;
  /** The header row as the file writes it, once it has been read. */
  header: string[];
  /** Rows passed over on purpose. */
  skipped: number;
  /** Values left out of rows that are taken. */
  leftOut: FindingWriter;
  /** What the records and the file disagree on; written when the import ends. */
  findings: NewFinding[];
  /** What is to be said of a register's file. */
  register: RegisterOutcome | null;
}

/** What an import did to the records. A school that closed counts as closed alone. */
export interface ImportCounts {
  created: number;
  updated: number;
  unchanged: number;
  closed: number;
  /** Where these are counted by whoever applies, not by the reading. */
  rejected?: number;
  skipped?: number;
  /** What is to be said beside the counts, in sentences. */
  message?: string;
}

/** How one kind of file comes in. */
export interface ImportSteps {
  /**
   * Reads every row into a temporary table or a rejection. Touches no record.
   *
   * @throws ImportProblem when the file as a whole cannot be taken
   */
  stage(work: ImportWork, rows: AsyncIterable<FileRow>): Promise<void>;
  /** Brings the records in line with what was staged, writes `import_changes`, marks scores stale. */
  apply(work: ImportWork): Promise<ImportCounts>;
}
