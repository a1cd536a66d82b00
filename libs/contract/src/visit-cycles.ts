import type { RecordBase } from './common';
import { defineList } from './define-list';

/** Three consecutive academic years in which every school in scope is to be visited once. */
export interface VisitCycle extends RecordBase {
  /** First academic year, `2024-25`. */
  startsIn: string;
  opensOn: string;
  closesOn: string;
  /** Read only: schools in scope today. */
  schoolsInScope: number;
  /** Read only: those of them with a counting visit, theirs or a predecessor's, inside the cycle. */
  schoolsCovered: number;
}

/** `GET /api/visit-cycles`. */
export const VISIT_CYCLE_LIST = defineList({
  filters: { id: 'uuids', startsIn: 'academicYear' },
  sorts: ['id', 'startsIn'],
});
