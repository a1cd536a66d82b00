import { VISIT_FIELDS, type VisitField as VisitSheetField } from '@tracker/domain';

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
export { VISIT_FIELDS as VISIT_SHEET_FIELDS, type VisitSheetField };

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
