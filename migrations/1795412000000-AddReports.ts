import type { MigrationInterface, QueryRunner } from 'typeorm';
import { auditTable } from './audit-table';

const MAILS_BEFORE = `'visit_confirmed', 'visit_moved', 'visit_cancelled', 'daily_digest', 'action_assigned'`;

/** Reports that are made in the background, what the head writes around them, and the month's mail. */
export class AddReports1795412000000 implements MigrationInterface {
  name = 'AddReports1795412000000';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`CREATE TABLE reports (
        id uuid NOT NULL DEFAULT gen_random_uuid(),
        version integer NOT NULL DEFAULT '1',
        created_at timestamptz NOT NULL DEFAULT now(),
        updated_at timestamptz NOT NULL DEFAULT now(),
        kind text NOT NULL,
        format text NOT NULL,
        parameters jsonb NOT NULL,
        status text NOT NULL DEFAULT 'queued',
        progress integer NOT NULL DEFAULT '0',
        attempts integer NOT NULL DEFAULT '0',
        requested_by_id uuid,
        file_name text NOT NULL,
        stored_as text,
        bytes bigint,
        message text,
        started_at timestamptz,
        finished_at timestamptz,
        expires_at timestamptz,
        CONSTRAINT reports_kind_check CHECK (kind IN ('stakeholder', 'workbook', 'by_school')),
        CONSTRAINT reports_format_check CHECK (format IN ('pdf', 'docx', 'xlsx', 'csv')),
        CONSTRAINT reports_status_check CHECK (status IN ('queued', 'running', 'done', 'failed')),
        CONSTRAINT reports_done_check CHECK (status <> 'done' OR (stored_as IS NOT NULL AND bytes IS NOT NULL AND expires_at IS NOT NULL)),
        CONSTRAINT reports_pk PRIMARY KEY (id),
        CONSTRAINT reports_requested_by_id_fk FOREIGN KEY (requested_by_id) REFERENCES users(id) ON DELETE SET NULL
      )`);
    await queryRunner.query(`CREATE INDEX reports_created_at_idx ON reports (created_at, id)`);
    await queryRunner.query(
      `CREATE INDEX reports_requested_by_id_idx ON reports (requested_by_id, created_at)`,
    );
    await queryRunner.query(
      `CREATE INDEX reports_waiting_idx ON reports (created_at) WHERE status IN ('queued', 'running')`,
    );
    await queryRunner.query(`CREATE TABLE report_narratives (
        id uuid NOT NULL DEFAULT gen_random_uuid(),
        version integer NOT NULL DEFAULT '1',
        created_at timestamptz NOT NULL DEFAULT now(),
        updated_at timestamptz NOT NULL DEFAULT now(),
        academic_year text NOT NULL,
        title text NOT NULL,
        introduction text NOT NULL,
        highlights text NOT NULL,
        challenges text NOT NULL,
        next_steps text NOT NULL,
        CONSTRAINT report_narratives_academic_year_check CHECK (academic_year ~ '^[0-9]{4}-[0-9]{2}$'),
        CONSTRAINT report_narratives_pk PRIMARY KEY (id)
      )`);
    await queryRunner.query(
      `CREATE UNIQUE INDEX report_narratives_academic_year_unique ON report_narratives (academic_year)`,
    );
    await queryRunner.query(`CREATE TABLE report_templates (
        id uuid NOT NULL DEFAULT gen_random_uuid(),
        version integer NOT NULL DEFAULT '1',
        created_at timestamptz NOT NULL DEFAULT now(),
        updated_at timestamptz NOT NULL DEFAULT now(),
        name text NOT NULL,
        columns jsonb NOT NULL,
        CONSTRAINT report_templates_pk PRIMARY KEY (id)
      )`);
    await queryRunner.query(
      `CREATE UNIQUE INDEX report_templates_name_unique ON report_templates (lower(name))`,
    );
    await queryRunner.query(`CREATE TABLE monthly_digests (
        month date NOT NULL,
        made_at timestamptz NOT NULL DEFAULT now(),
        mails integer NOT NULL,
        CONSTRAINT monthly_digests_pk PRIMARY KEY (month),
        CONSTRAINT monthly_digests_month_check CHECK (extract(day FROM month) = 1)
      )`);
    await allowKinds(queryRunner, `${MAILS_BEFORE}, 'monthly_digest'`);
    const passedOver = 'progress,attempts,stored_as';
    await auditTable(queryRunner, { table: 'reports', key: 'id', school: '', passedOver });
    await auditTable(queryRunner, { table: 'report_narratives', key: 'id', school: '' });
    await auditTable(queryRunner, { table: 'report_templates', key: 'id', school: '' });
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`DELETE FROM mails WHERE kind = 'monthly_digest'`);
    await queryRunner.query(`DELETE FROM mail_templates WHERE kind = 'monthly_digest'`);
    await allowKinds(queryRunner, MAILS_BEFORE);
    await queryRunner.query(
      `DROP TABLE monthly_digests, report_templates, report_narratives, reports`,
    );
  }
}

async function allowKinds(queryRunner: QueryRunner, kinds: string): Promise<void> {
  for (const table of ['mails', 'mail_templates']) {
    await queryRunner.query(`ALTER TABLE ${table} DROP CONSTRAINT ${table}_kind_check`);
    await queryRunner.query(
      `ALTER TABLE ${table} ADD CONSTRAINT ${table}_kind_check CHECK (kind IN (${kinds}))`,
    );
  }
}
