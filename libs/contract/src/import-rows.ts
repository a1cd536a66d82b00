import { HANDED_BACK_FOR, VISIT_ROW_OUTCOMES } from '@tracker/domain';
import { type AskedFilterOf, defineList } from './define-list';

export {
  HANDED_BACK_FOR,
  type HandedBackFor,
  type OfferedChange,
  type RowDecision,
  VISIT_ROW_OUTCOMES,
  type VisitRowOutcome,
} from '@tracker/domain';

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
