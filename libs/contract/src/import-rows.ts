import {
  HANDED_BACK_FOR,
  type HandedBackFor,
  type OfferedChange,
  type RowDecision,
  VISIT_ROW_OUTCOMES,
  type VisitRowOutcome,
} from '@tracker/domain';
import { type AskedFilterOf, defineList } from './define-list';

export {
  HANDED_BACK_FOR,
  type HandedBackFor,
  type OfferedChange,
  type RowDecision,
  VISIT_ROW_OUTCOMES,
  type VisitRowOutcome,
} from '@tracker/domain';

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
  /** Whether that was carried over from an earlier import of the same row. */
  decidedBefore: boolean;
}

/** `GET /api/imports/:id/rows`. */
export const IMPORT_ROW_LIST = defineList({
  filters: {
    outcome: VISIT_ROW_OUTCOMES,
    handedBackFor: HANDED_BACK_FOR,
    sheetIndex: 'integer',
    questionKey: 'text',
    /** Part of the school, the day or the visitor as written. */
    q: 'text',
  },
  sorts: ['position', 'outcome', 'visitedOn'],
});
export type ImportRowFilter = AskedFilterOf<typeof IMPORT_ROW_LIST>;
