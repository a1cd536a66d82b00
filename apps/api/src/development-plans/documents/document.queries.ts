import type { PlanDocument, PlanDocumentReading } from '@tracker/contract';
import type {
  DocumentToRead,
  FactOutcome,
  PlanField,
  PlanFieldValue,
  PlanReading,
  ReadingMark,
} from '@tracker/domain';
import { onRecord, raw, sql, statement } from '@tracker/data';

/** Of documents that wait, are read or are confirmed; what was thrown away may be captured again. */
export const OPEN_OR_CONFIRMED = raw(`d.status IN ('reading', 'to_confirm', 'confirmed')`);

/** The contract's documents, of `d` with its school `s`. */
export const SELECT_DOCUMENT = sql`
  SELECT d.id, d.version, d.created_at AS "createdAt", d.updated_at AS "updatedAt",
    d.school_id AS "schoolId", s.name AS "schoolName", s.region_id AS "regionId", d.status,
    d.problem, d.format, d.file_name AS "fileName", d.bytes,
    d.file_id IS NOT NULL AS "hasOriginal", d.address, d.created_at AS "capturedAt",
    d.captured_by_id AS "capturedById", c.name AS "capturedByName",
    ARRAY(SELECT y || '-' || lpad(((y + 1) % 100)::text, 2, '0')
      FROM generate_series(left(d.academic_year, 4)::int, left(d.last_academic_year, 4)::int) y)
      AS "academicYears",
    d.decided_on AS "decidedOn", d.decided_by_id AS "decidedById", b.name AS "decidedByName",
    d.reject_reason AS "rejectReason", d.replaced_by_id AS "replacedById"
  FROM plan_documents d JOIN schools s ON s.id = d.school_id
  JOIN users c ON c.id = d.captured_by_id LEFT JOIN users b ON b.id = d.decided_by_id`;

export const COUNTED_DOCUMENTS = raw(
  'SELECT d.id FROM plan_documents d JOIN schools s ON s.id = d.school_id',
);

export const READ_DOCUMENT = statement(
  'plan-documents.read',
  (id: string) => sql<PlanDocument>`${SELECT_DOCUMENT} WHERE d.id = ${id}`,
);

/** Of a school and those before it, the latest first. */
export const DOCUMENTS_OF_SCHOOL = statement(
  'plan-documents.of-school',
  (schoolId: string) => sql<PlanDocument>`${SELECT_DOCUMENT}
  WHERE d.school_id IN (SELECT ancestor_id FROM school_lineage WHERE school_id = ${schoolId})
  ORDER BY d.created_at DESC, d.id LIMIT 50`,
);

/** The same bytes, the school's own first. */
export const SAME_CONTENT = statement(
  'plan-documents.same-content',
  (schoolId: string, sha256: string) => sql<{ id: string; schoolId: string; schoolName: string }>`
  SELECT d.id, d.school_id AS "schoolId", s.name AS "schoolName"
  FROM plan_documents d JOIN schools s ON s.id = d.school_id
  WHERE d.sha256 = ${sha256} AND ${OPEN_OR_CONFIRMED}
  ORDER BY d.school_id <> ${schoolId}::uuid, d.created_at, d.id LIMIT 1`,
);

/**
 * The same document of other schools; `unsaid` where nobody has said yet that it is for both, as only its
 * fetching has shown that they are the same.
 */
export const SAME_AT = statement(
  'plan-documents.same-at',
  (id: string) => sql<PlanDocumentReading['sameAt'][number] & { unsaid: boolean }>`
  SELECT d.id AS "documentId", d.school_id AS "schoolId", s.name AS "schoolName",
    NOT (own.shared OR d.shared) AS unsaid
  FROM plan_documents own
  JOIN plan_documents d ON d.sha256 = own.sha256 AND d.school_id <> own.school_id
  JOIN schools s ON s.id = d.school_id
  WHERE own.id = ${id} AND ${OPEN_OR_CONFIRMED}
  ORDER BY s.name, d.id LIMIT 100`,
);

/** What was read in a document; none once its original has gone. */
export const READING_OF = statement(
  'plan-documents.reading',
  (id: string) => sql<{ document: DocumentToRead; reading: PlanReading }>`
  SELECT document, reading FROM plan_readings WHERE document_id = ${id}`,
);

export interface StoredFact {
  field: PlanField;
  mark: ReadingMark | null;
  suggested: PlanFieldValue | null;
  written: string | null;
  outcome: FactOutcome;
  value: PlanFieldValue | null;
}

export const FACTS_OF = statement(
  'plan-documents.facts',
  (id: string) => sql<StoredFact>`
  SELECT field, mark, suggested, written, outcome, value FROM plan_facts WHERE document_id = ${id}`,
);

/**
 * The confirmed document before one: that whose place it has taken, or would take if it covered the
 * academic years from `first` to `last`.
 */
export const DOCUMENT_BEFORE = statement(
  'plan-documents.before',
  (id: string, first: string | null, last: string | null) => sql<{ id: string }>`
  SELECT d.id FROM plan_documents own JOIN plan_documents d ON d.school_id = own.school_id
  WHERE own.id = ${id} AND d.id <> own.id AND d.status = 'confirmed' AND CASE
    WHEN own.status = 'confirmed' THEN d.replaced_by_id = own.id
    ELSE d.replaced_by_id IS NULL AND d.created_at < own.created_at
      AND d.academic_year >= ${first} AND d.last_academic_year <= ${last} END
  ORDER BY d.created_at DESC, d.id LIMIT 1`,
);

export const CONTACTS_OF = statement(
  'plan-documents.contacts',
  (schoolId: string) => sql<{ name: string; role: string }>`
  SELECT c.name, c.role FROM contacts c WHERE c.school_id = ${schoolId} AND ${onRecord('c')}
  ORDER BY c.name, c.id`,
);
