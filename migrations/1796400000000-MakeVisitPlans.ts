import type { MigrationInterface, QueryRunner } from 'typeorm';
import { auditTable } from './audit-table';

const RECORD = `
    id uuid NOT NULL DEFAULT gen_random_uuid(),
    version integer NOT NULL DEFAULT '1',
    created_at timestamptz NOT NULL DEFAULT now(),
    updated_at timestamptz NOT NULL DEFAULT now()`;

const TABLES = [
  `CREATE TABLE visit_plans (${RECORD},
    academic_year text NOT NULL,
    name text NOT NULL,
    as_of date NOT NULL,
    status text NOT NULL DEFAULT 'queued',
    in_use boolean NOT NULL DEFAULT false,
    is_what_if boolean NOT NULL DEFAULT false,
    settings jsonb NOT NULL DEFAULT '{}',
    seed integer NOT NULL,
    progress integer NOT NULL DEFAULT '0',
    attempts integer NOT NULL DEFAULT '0',
    message text,
    figures jsonb,
    notes jsonb NOT NULL DEFAULT '[]',
    unchanged boolean NOT NULL DEFAULT false,
    problem_digest text,
    lines_digest text,
    based_on_id uuid,
    made_by_id uuid,
    started_at timestamptz,
    finished_at timestamptz,
    sent_at timestamptz,
    sent_by_id uuid,
    CONSTRAINT visit_plans_academic_year_check CHECK (academic_year ~ '^[0-9]{4}-[0-9]{2}$'),
    CONSTRAINT visit_plans_status_check
      CHECK (status IN ('queued', 'running', 'ready', 'failed', 'superseded')),
    CONSTRAINT visit_plans_ready_check
      CHECK (status NOT IN ('ready', 'superseded') OR figures IS NOT NULL),
    CONSTRAINT visit_plans_in_use_check CHECK (NOT in_use OR (status = 'ready' AND NOT is_what_if)),
    CONSTRAINT visit_plans_pk PRIMARY KEY (id),
    CONSTRAINT visit_plans_based_on_id_fk FOREIGN KEY (based_on_id) REFERENCES visit_plans(id),
    CONSTRAINT visit_plans_made_by_id_fk FOREIGN KEY (made_by_id) REFERENCES users(id),
    CONSTRAINT visit_plans_sent_by_id_fk FOREIGN KEY (sent_by_id) REFERENCES users(id)
  )`,
  `CREATE INDEX visit_plans_year_idx ON visit_plans (academic_year, created_at DESC, id)`,
  `CREATE INDEX visit_plans_created_at_idx ON visit_plans (created_at, id)`,
  `CREATE UNIQUE INDEX visit_plans_making_unique ON visit_plans (academic_year)
    WHERE status IN ('queued', 'running')`,
  `CREATE UNIQUE INDEX visit_plans_in_use_unique ON visit_plans (academic_year) WHERE in_use`,
  // As text, so that the scorer gets it as the search did.
  `CREATE TABLE visit_plan_problems (
    plan_id uuid NOT NULL,
    problem json NOT NULL,
    CONSTRAINT visit_plan_problems_pk PRIMARY KEY (plan_id),
    CONSTRAINT visit_plan_problems_plan_id_fk FOREIGN KEY (plan_id) REFERENCES visit_plans(id)
      ON DELETE CASCADE
  )`,
  `CREATE TABLE visit_plan_lines (${RECORD},
    plan_id uuid NOT NULL,
    school_id uuid NOT NULL,
    date date NOT NULL,
    half_term integer NOT NULL,
    visitor_id uuid NOT NULL,
    band integer NOT NULL,
    km double precision NOT NULL,
    half_terms_late integer NOT NULL,
    reasons jsonb NOT NULL DEFAULT '[]',
    moved text,
    status text NOT NULL DEFAULT 'proposed',
    stale_because text,
    knowing text[] NOT NULL DEFAULT '{}',
    locked_by_id uuid,
    visit_id uuid,
    CONSTRAINT visit_plan_lines_band_check CHECK (band BETWEEN 1 AND 3),
    CONSTRAINT visit_plan_lines_status_check
      CHECK (status IN ('proposed', 'accepted', 'dropped', 'stale')),
    CONSTRAINT visit_plan_lines_stale_check CHECK ((status = 'stale') = (stale_because IS NOT NULL)),
    CONSTRAINT visit_plan_lines_accepted_check CHECK (status <> 'accepted' OR visit_id IS NOT NULL),
    CONSTRAINT visit_plan_lines_pk PRIMARY KEY (id),
    CONSTRAINT visit_plan_lines_plan_id_fk FOREIGN KEY (plan_id) REFERENCES visit_plans(id)
      ON DELETE CASCADE,
    CONSTRAINT visit_plan_lines_school_id_fk FOREIGN KEY (school_id) REFERENCES schools(id)
      ON DELETE CASCADE,
    CONSTRAINT visit_plan_lines_visitor_id_fk FOREIGN KEY (visitor_id) REFERENCES users(id),
    CONSTRAINT visit_plan_lines_locked_by_id_fk FOREIGN KEY (locked_by_id) REFERENCES users(id),
    CONSTRAINT visit_plan_lines_visit_id_fk FOREIGN KEY (visit_id) REFERENCES visits(id)
  )`,
  `CREATE UNIQUE INDEX visit_plan_lines_open_unique ON visit_plan_lines (plan_id, school_id)
    WHERE status <> 'dropped'`,
  `CREATE INDEX visit_plan_lines_plan_idx ON visit_plan_lines (plan_id, date, id)`,
  `CREATE INDEX visit_plan_lines_school_idx ON visit_plan_lines (school_id)`,
  `CREATE INDEX visit_plan_lines_visitor_idx ON visit_plan_lines (visitor_id, date)`,
  `CREATE INDEX visit_plan_lines_visit_idx ON visit_plan_lines (visit_id) WHERE visit_id IS NOT NULL`,
  `CREATE TABLE visit_plan_left_out (
    id uuid NOT NULL DEFAULT gen_random_uuid(),
    plan_id uuid NOT NULL,
    position integer NOT NULL,
    school_id uuid NOT NULL,
    band integer NOT NULL,
    reason text NOT NULL,
    sentence text NOT NULL,
    lets_in text NOT NULL,
    detail jsonb NOT NULL DEFAULT '{}',
    CONSTRAINT visit_plan_left_out_band_check CHECK (band BETWEEN 1 AND 3),
    CONSTRAINT visit_plan_left_out_pk PRIMARY KEY (id),
    CONSTRAINT visit_plan_left_out_plan_id_fk FOREIGN KEY (plan_id) REFERENCES visit_plans(id)
      ON DELETE CASCADE,
    CONSTRAINT visit_plan_left_out_school_id_fk FOREIGN KEY (school_id) REFERENCES schools(id)
      ON DELETE CASCADE
  )`,
  `CREATE UNIQUE INDEX visit_plan_left_out_school_unique ON visit_plan_left_out (plan_id, school_id)`,
  `CREATE INDEX visit_plan_left_out_order_idx ON visit_plan_left_out (plan_id, position)`,
];

const MAIL_KINDS = `'visit_confirmed', 'visit_moved', 'visit_cancelled', 'daily_digest', 'action_assigned', 'monthly_digest', 'survey_sent', 'password_reset', 'log_reminder'`;

async function allowMails(queryRunner: QueryRunner, kinds: string): Promise<void> {
  await queryRunner.query(
    `ALTER TABLE mails DROP CONSTRAINT mails_kind_check,
      ADD CONSTRAINT mails_kind_check CHECK (kind IN (${kinds}))`,
  );
}

/** Plans of visits: what was asked for and found, their proposed visits, and the schools left out. */
export class MakeVisitPlans1796400000000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    for (const statement of TABLES) await queryRunner.query(statement);
    await auditTable(queryRunner, {
      ...{ table: 'visit_plans', key: 'id', school: '' },
      passedOver: 'progress,attempts,figures,notes,problem_digest,lines_digest',
    });
    // What was proposed is no change of anybody's; what became of it is.
    await queryRunner.query(`CREATE TRIGGER visit_plan_lines_audit_update AFTER UPDATE
        ON visit_plan_lines REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows
        FOR EACH STATEMENT EXECUTE FUNCTION audit_changes('id', 'school_id', 'km,reasons')`);
    await allowMails(queryRunner, `${MAIL_KINDS}, 'visit_plan'`);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`DELETE FROM mails WHERE kind = 'visit_plan'`);
    await allowMails(queryRunner, MAIL_KINDS);
    await queryRunner.query(
      'DROP TABLE visit_plan_left_out, visit_plan_lines, visit_plan_problems, visit_plans',
    );
  }
}
