import { type ConfirmedFact, PLAN_DOCUMENT_STATUSES, type RejectReason } from '@tracker/domain';
import type { RecordVersion } from './common';
import { type AskedFilterOf, defineList } from './define-list';

/** `GET /api/plan-documents`. */
export const PLAN_DOCUMENT_LIST = defineList({
  filters: {
    id: 'uuids',
    schoolId: 'uuid',
    /** Those of the schools it follows as well. */
    withPredecessors: 'boolean',
    status: PLAN_DOCUMENT_STATUSES,
    /** Covers it, as confirmed. */
    academicYear: 'academicYear',
    capturedById: 'uuid',
    regionId: 'regions',
  },
  sorts: ['id', 'capturedAt', 'schoolName', 'status'],
});
export type PlanDocumentFilter = AskedFilterOf<typeof PLAN_DOCUMENT_LIST>;

/** `POST /api/plan-documents/:id/confirm`: what a person makes of what was read (rule 27). */
export interface PlanConfirmation extends RecordVersion {
  /** One to five that follow each other. */
  academicYears: string[];
  /** Every field with a suggestion, and any other that somebody filled in. */
  facts: ConfirmedFact[];
  /** It is for every school that has it: the answer to `shareQuestion`. */
  shared?: boolean;
}

/** `POST /api/plan-documents/:id/reject` */
export interface PlanRejection extends RecordVersion {
  reason: RejectReason;
}
