import type { MigrationInterface, QueryRunner } from 'typeorm';
import { auditTable } from './audit-table';

const FILES = 'ALTER TABLE stored_files DROP CONSTRAINT stored_files_purpose_check';
const filesFor = (purposes: string) =>
  `${FILES}, ADD CONSTRAINT stored_files_purpose_check CHECK (purpose IN (${purposes}))`;

const DOCUMENTS = `
  CREATE TABLE plan_documents (
    id uuid NOT NULL DEFAULT gen_random_uuid(),
    version integer NOT NULL DEFAULT '1',
    created_at timestamptz NOT NULL DEFAULT now(),
    updated_at timestamptz NOT NULL DEFAULT now(),
    school_id uuid NOT NULL,
    file_id uuid,
    sha256 text NOT NULL,
    bytes integer NOT NULL,
    file_name text,
    format text,
    address text,
    captured_on date NOT NULL,
    captured_by_id uuid NOT NULL,
    status text NOT NULL DEFAULT 'reading',
    attempts integer NOT NULL DEFAULT '0',
    problem text,
    plan_id uuid,
    academic_year text,
    last_academic_year text,
    decided_on date,
    decided_by_id uuid,
    reject_reason text,
    replaced_by_id uuid,
    CONSTRAINT plan_documents_format_check CHECK (format IN ('pdf', 'docx', 'html', 'text')),
    CONSTRAINT plan_documents_status_check
      CHECK (status IN ('reading', 'unreadable', 'to_confirm', 'confirmed', 'rejected')),
    CONSTRAINT plan_documents_reject_reason_check
      CHECK (reject_reason IN ('not_a_plan', 'other_school', 'unreadable')),
    CONSTRAINT plan_documents_decided_check CHECK (
      (status = 'confirmed') = (academic_year IS NOT NULL AND last_academic_year IS NOT NULL)
      AND (status = 'rejected') = (reject_reason IS NOT NULL)
      AND (status IN ('confirmed', 'rejected')) = (decided_on IS NOT NULL AND decided_by_id IS NOT NULL)),
    CONSTRAINT plan_documents_pk PRIMARY KEY (id),
    CONSTRAINT plan_documents_school_id_fk FOREIGN KEY (school_id) REFERENCES schools(id),
    CONSTRAINT plan_documents_file_id_fk FOREIGN KEY (file_id) REFERENCES stored_files(id) ON DELETE SET NULL,
    CONSTRAINT plan_documents_captured_by_id_fk FOREIGN KEY (captured_by_id) REFERENCES users(id),
    CONSTRAINT plan_documents_decided_by_id_fk FOREIGN KEY (decided_by_id) REFERENCES users(id),
    CONSTRAINT plan_documents_plan_id_fk FOREIGN KEY (plan_id) REFERENCES music_development_plans(id) ON DELETE SET NULL,
    CONSTRAINT plan_documents_replaced_by_id_fk FOREIGN KEY (replaced_by_id) REFERENCES plan_documents(id) ON DELETE SET NULL
  )`;

const INDEXES = [
  // What was thrown away or could not be read may be captured again.
  `CREATE UNIQUE INDEX plan_documents_school_content_unique ON plan_documents (school_id, sha256)
     WHERE status IN ('reading', 'to_confirm', 'confirmed')`,
  `CREATE INDEX plan_documents_content_idx ON plan_documents (sha256)`,
  `CREATE INDEX plan_documents_school_idx ON plan_documents (school_id, created_at DESC)`,
  `CREATE INDEX plan_documents_status_idx ON plan_documents (status, created_at DESC)`,
  `CREATE INDEX plan_documents_decided_idx ON plan_documents (decided_on) WHERE status = 'confirmed'`,
  `CREATE INDEX plan_documents_captured_idx ON plan_documents (created_at DESC, id)`,
];

const READINGS = `
  CREATE TABLE plan_readings (
    document_id uuid NOT NULL,
    document jsonb NOT NULL,
    reading jsonb NOT NULL,
    CONSTRAINT plan_readings_pk PRIMARY KEY (document_id),
    CONSTRAINT plan_readings_document_id_fk FOREIGN KEY (document_id) REFERENCES plan_documents(id) ON DELETE CASCADE
  )`;

const FACTS = `
  CREATE TABLE plan_facts (
    document_id uuid NOT NULL,
    field text NOT NULL,
    mark text,
    suggested jsonb,
    written text,
    outcome text NOT NULL,
    value jsonb,
    CONSTRAINT plan_facts_mark_check CHECK (mark IN ('sure', 'likely', 'unsure')),
    CONSTRAINT plan_facts_outcome_check CHECK (outcome IN ('right', 'changed', 'not_stated')),
    CONSTRAINT plan_facts_pk PRIMARY KEY (document_id, field),
    CONSTRAINT plan_facts_document_id_fk FOREIGN KEY (document_id) REFERENCES plan_documents(id) ON DELETE CASCADE
  )`;

const VALUES = `
  CREATE TABLE plan_values (
    document_id uuid NOT NULL,
    year integer NOT NULL,
    seq integer NOT NULL,
    school_id uuid NOT NULL,
    field text NOT NULL,
    part text NOT NULL DEFAULT '',
    value text NOT NULL,
    number numeric(8,1),
    CONSTRAINT plan_values_pk PRIMARY KEY (document_id, year, seq),
    CONSTRAINT plan_values_document_id_fk FOREIGN KEY (document_id) REFERENCES plan_documents(id) ON DELETE CASCADE,
    CONSTRAINT plan_values_school_id_fk FOREIGN KEY (school_id) REFERENCES schools(id)
  )`;

/** Documents of plans as they were captured, what was read in them, and what a person confirmed. */
export class KeepPlanDocuments1796200000000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(filesFor(`'upload', 'report', 'plan'`));
    await queryRunner.query(DOCUMENTS);
    for (const index of INDEXES) await queryRunner.query(index);
    await queryRunner.query(READINGS);
    await queryRunner.query(FACTS);
    await queryRunner.query(VALUES);
    await queryRunner.query(
      `CREATE INDEX plan_values_counted_idx ON plan_values (year, field, part, value) INCLUDE (school_id, number)`,
    );
    await queryRunner.query(
      `CREATE UNIQUE INDEX plan_values_said_once_unique ON plan_values (school_id, year, field, part, value)`,
    );
    await auditTable(queryRunner, {
      ...{ table: 'plan_documents', key: 'id', school: 'school_id' },
      passedOver: 'attempts',
    });
    await auditTable(queryRunner, {
      ...{ table: 'plan_facts', key: 'document_id,field', school: '' },
      passedOver: 'mark,suggested,written',
    });
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('DROP TABLE plan_values, plan_facts, plan_readings, plan_documents');
    await queryRunner.query(`DELETE FROM stored_files WHERE purpose = 'plan'`);
    await queryRunner.query(filesFor(`'upload', 'report'`));
  }
}
