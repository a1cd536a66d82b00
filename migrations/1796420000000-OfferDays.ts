import type { MigrationInterface, QueryRunner } from 'typeorm';
import { auditTable } from './audit-table';

const RECORD = `
    id uuid NOT NULL DEFAULT gen_random_uuid(),
    version integer NOT NULL DEFAULT '1',
    created_at timestamptz NOT NULL DEFAULT now(),
    updated_at timestamptz NOT NULL DEFAULT now()`;

const TABLES = [
  `CREATE TABLE day_offers (${RECORD},
    school_id uuid NOT NULL,
    status text NOT NULL DEFAULT 'sent',
    days jsonb NOT NULL,
    expires_on date NOT NULL,
    visit_id uuid,
    contact_id uuid,
    offered_by_id uuid NOT NULL,
    reminded_on date,
    answer jsonb,
    answered_at timestamptz,
    handled_at timestamptz,
    handled_by_id uuid,
    CONSTRAINT day_offers_status_check
      CHECK (status IN ('sent', 'taken', 'none', 'proposed', 'withdrawn', 'expired')),
    CONSTRAINT day_offers_answer_check
      CHECK (status NOT IN ('taken', 'none', 'proposed') OR answer IS NOT NULL),
    CONSTRAINT day_offers_pk PRIMARY KEY (id),
    CONSTRAINT day_offers_school_id_fk FOREIGN KEY (school_id) REFERENCES schools(id)
      ON DELETE CASCADE,
    CONSTRAINT day_offers_visit_id_fk FOREIGN KEY (visit_id) REFERENCES visits(id)
      ON DELETE SET NULL,
    CONSTRAINT day_offers_contact_id_fk FOREIGN KEY (contact_id) REFERENCES contacts(id)
      ON DELETE SET NULL,
    CONSTRAINT day_offers_offered_by_id_fk FOREIGN KEY (offered_by_id) REFERENCES users(id),
    CONSTRAINT day_offers_handled_by_id_fk FOREIGN KEY (handled_by_id) REFERENCES users(id)
  )`,
  `CREATE UNIQUE INDEX day_offers_open_unique ON day_offers (school_id) WHERE status = 'sent'`,
  `CREATE INDEX day_offers_school_idx ON day_offers (school_id, created_at)`,
  `CREATE INDEX day_offers_created_at_idx ON day_offers (created_at, id)`,
  `CREATE INDEX day_offers_visit_id_idx ON day_offers (visit_id)`,
  `CREATE INDEX day_offers_contact_id_idx ON day_offers (contact_id)`,
  `CREATE INDEX day_offers_to_see_idx ON day_offers (answered_at)
    WHERE status IN ('none', 'proposed') AND handled_at IS NULL`,
  `CREATE TABLE visit_declines (
    id uuid NOT NULL DEFAULT gen_random_uuid(),
    visit_id uuid NOT NULL,
    scheduled_on date NOT NULL,
    said jsonb NOT NULL,
    said_at timestamptz NOT NULL DEFAULT now(),
    handled_at timestamptz,
    handled_by_id uuid,
    CONSTRAINT visit_declines_pk PRIMARY KEY (id),
    CONSTRAINT visit_declines_visit_id_fk FOREIGN KEY (visit_id) REFERENCES visits(id)
      ON DELETE CASCADE,
    CONSTRAINT visit_declines_handled_by_id_fk FOREIGN KEY (handled_by_id) REFERENCES users(id)
  )`,
  `CREATE UNIQUE INDEX visit_declines_open_unique ON visit_declines (visit_id)
    WHERE handled_at IS NULL`,
  `CREATE INDEX visit_declines_visit_id_idx ON visit_declines (visit_id)`,
  `CREATE TABLE answer_links (
    token_hash bytea NOT NULL,
    day_offer_id uuid,
    visit_id uuid,
    contact_id uuid,
    created_at timestamptz NOT NULL DEFAULT now(),
    CONSTRAINT answer_links_subject_check CHECK ((day_offer_id IS NULL) <> (visit_id IS NULL)),
    CONSTRAINT answer_links_pk PRIMARY KEY (token_hash),
    CONSTRAINT answer_links_day_offer_id_fk FOREIGN KEY (day_offer_id) REFERENCES day_offers(id)
      ON DELETE CASCADE,
    CONSTRAINT answer_links_visit_id_fk FOREIGN KEY (visit_id) REFERENCES visits(id)
      ON DELETE CASCADE,
    CONSTRAINT answer_links_contact_id_fk FOREIGN KEY (contact_id) REFERENCES contacts(id)
      ON DELETE SET NULL
  )`,
  `CREATE INDEX answer_links_day_offer_id_idx ON answer_links (day_offer_id)`,
  `CREATE INDEX answer_links_visit_id_idx ON answer_links (visit_id)`,
  `CREATE INDEX answer_links_contact_id_idx ON answer_links (contact_id)`,
];

const TEMPLATES = `'visit_confirmed', 'visit_moved', 'visit_cancelled', 'daily_digest', 'action_assigned', 'monthly_digest', 'survey_sent'`;
const OTHERS = `'password_reset', 'log_reminder', 'visit_plan'`;
const NEW_TEMPLATES = `'visit_reminder', 'day_offer', 'day_offer_reminder'`;

async function allow(queryRunner: QueryRunner, templates: string, others: string): Promise<void> {
  await queryRunner.query(
    `ALTER TABLE mails DROP CONSTRAINT mails_kind_check,
      ADD CONSTRAINT mails_kind_check CHECK (kind IN (${templates}, ${others}))`,
  );
  await queryRunner.query(
    `ALTER TABLE mail_templates DROP CONSTRAINT mail_templates_kind_check,
      ADD CONSTRAINT mail_templates_kind_check CHECK (kind IN (${templates}))`,
  );
}

/** Days that schools are offered, what they answer by their links, and reminders of visits. */
export class OfferDays1796420000000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    for (const statement of TABLES) await queryRunner.query(statement);
    await queryRunner.query(`ALTER TABLE mails ADD COLUMN day_offer_id uuid,
      ADD CONSTRAINT mails_day_offer_id_fk FOREIGN KEY (day_offer_id) REFERENCES day_offers(id)
        ON DELETE SET NULL`);
    await queryRunner.query(
      'CREATE INDEX mails_day_offer_id_idx ON mails (day_offer_id) WHERE day_offer_id IS NOT NULL',
    );
    await queryRunner.query(`ALTER TABLE school_availability ALTER COLUMN said_to_id DROP NOT NULL,
      ADD COLUMN said_by_contact_id uuid,
      ADD CONSTRAINT school_availability_said_by_contact_id_fk FOREIGN KEY (said_by_contact_id)
        REFERENCES contacts(id) ON DELETE SET NULL`);
    await queryRunner.query(
      'CREATE INDEX school_availability_said_by_contact_id_idx ON school_availability (said_by_contact_id)',
    );
    await auditTable(queryRunner, { table: 'day_offers', key: 'id', school: 'school_id' });
    await auditTable(queryRunner, { table: 'visit_declines', key: 'id', school: 'visit_id' });
    await allow(queryRunner, `${TEMPLATES}, ${NEW_TEMPLATES}`, `${OTHERS}, 'school_answered'`);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(
      `DELETE FROM mails WHERE kind IN (${NEW_TEMPLATES}, 'school_answered')`,
    );
    await queryRunner.query(`DELETE FROM mail_templates WHERE kind IN (${NEW_TEMPLATES})`);
    await allow(queryRunner, TEMPLATES, OTHERS);
    await queryRunner.query('DELETE FROM school_availability WHERE said_to_id IS NULL');
    await queryRunner.query(`ALTER TABLE school_availability DROP COLUMN said_by_contact_id,
      ALTER COLUMN said_to_id SET NOT NULL`);
    await queryRunner.query('ALTER TABLE mails DROP COLUMN day_offer_id');
    await queryRunner.query('DROP TABLE answer_links, visit_declines, day_offers');
  }
}
