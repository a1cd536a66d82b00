import type { MigrationInterface, QueryRunner } from 'typeorm';
import { auditTable } from './audit-table';

/** Mail to schools and staff, its templates, and calendars that people subscribe to. */
export class AddMail1795403000000 implements MigrationInterface {
  name = 'AddMail1795403000000';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`CREATE TABLE mails (
        id uuid NOT NULL DEFAULT gen_random_uuid(),
        version integer NOT NULL DEFAULT '1',
        created_at timestamptz NOT NULL DEFAULT now(),
        updated_at timestamptz NOT NULL DEFAULT now(),
        kind text NOT NULL,
        dedupe_key text NOT NULL,
        status text NOT NULL DEFAULT 'waiting',
        to_name text,
        to_address text,
        reply_to text,
        subject text NOT NULL,
        body text NOT NULL,
        event jsonb,
        sequence integer,
        school_id uuid,
        visit_id uuid,
        contact_id uuid,
        user_id uuid,
        useful_until date,
        attempts integer NOT NULL DEFAULT '0',
        next_attempt_at timestamptz NOT NULL DEFAULT now(),
        give_up_at timestamptz,
        sending_since timestamptz,
        sent_at timestamptz,
        last_error text,
        message_id text,
        handled_by_id uuid,
        handled_at timestamptz,
        CONSTRAINT mails_kind_check CHECK (kind IN ('visit_confirmed', 'visit_moved', 'visit_cancelled', 'daily_digest', 'action_assigned')),
        CONSTRAINT mails_status_check CHECK (status IN ('waiting', 'sending', 'sent', 'failed', 'uncertain', 'unaddressed', 'cancelled')),
        CONSTRAINT mails_address_check CHECK (to_address IS NOT NULL OR status IN ('unaddressed', 'cancelled')),
        CONSTRAINT mails_sending_check CHECK ((status = 'sending') = (sending_since IS NOT NULL)),
        CONSTRAINT mails_event_check CHECK ((event IS NULL) = (sequence IS NULL)),
        CONSTRAINT mails_pk PRIMARY KEY (id),
        CONSTRAINT mails_school_id_fk FOREIGN KEY (school_id) REFERENCES schools(id) ON DELETE CASCADE,
        CONSTRAINT mails_visit_id_fk FOREIGN KEY (visit_id) REFERENCES visits(id) ON DELETE SET NULL,
        CONSTRAINT mails_contact_id_fk FOREIGN KEY (contact_id) REFERENCES contacts(id) ON DELETE SET NULL,
        CONSTRAINT mails_user_id_fk FOREIGN KEY (user_id) REFERENCES users(id) ON DELETE CASCADE,
        CONSTRAINT mails_handled_by_id_fk FOREIGN KEY (handled_by_id) REFERENCES users(id) ON DELETE SET NULL
      )`);
    await queryRunner.query(`CREATE UNIQUE INDEX mails_dedupe_key_unique ON mails (dedupe_key)`);
    await queryRunner.query(`CREATE INDEX mails_created_at_idx ON mails (created_at, id)`);
    await queryRunner.query(`CREATE INDEX mails_school_id_idx ON mails (school_id, created_at)`);
    await queryRunner.query(`CREATE INDEX mails_visit_id_idx ON mails (visit_id, sequence)`);
    await queryRunner.query(`CREATE INDEX mails_contact_id_idx ON mails (contact_id)`);
    await queryRunner.query(`CREATE INDEX mails_user_id_idx ON mails (user_id, created_at)`);
    await queryRunner.query(
      `CREATE INDEX mails_waiting_idx ON mails (next_attempt_at) WHERE status IN ('waiting', 'sending')`,
    );
    await queryRunner.query(
      `CREATE INDEX mails_status_idx ON mails (status, created_at) WHERE status <> 'sent'`,
    );
    await queryRunner.query(`CREATE TABLE mail_templates (
        kind text NOT NULL,
        version integer NOT NULL DEFAULT '1',
        created_at timestamptz NOT NULL DEFAULT now(),
        updated_at timestamptz NOT NULL DEFAULT now(),
        subject text NOT NULL,
        body text NOT NULL,
        CONSTRAINT mail_templates_kind_check CHECK (kind IN ('visit_confirmed', 'visit_moved', 'visit_cancelled', 'daily_digest', 'action_assigned')),
        CONSTRAINT mail_templates_pk PRIMARY KEY (kind)
      )`);
    await queryRunner.query(`CREATE TABLE visit_recipients (
        visit_id uuid NOT NULL,
        contact_id uuid NOT NULL,
        CONSTRAINT visit_recipients_pk PRIMARY KEY (visit_id),
        CONSTRAINT visit_recipients_visit_id_fk FOREIGN KEY (visit_id) REFERENCES visits(id) ON DELETE CASCADE,
        CONSTRAINT visit_recipients_contact_id_fk FOREIGN KEY (contact_id) REFERENCES contacts(id) ON DELETE CASCADE
      )`);
    await queryRunner.query(
      `CREATE INDEX visit_recipients_contact_id_idx ON visit_recipients (contact_id)`,
    );
    await queryRunner.query(`CREATE TABLE daily_digests (
        day date NOT NULL,
        made_at timestamptz NOT NULL DEFAULT now(),
        mails integer NOT NULL,
        CONSTRAINT daily_digests_pk PRIMARY KEY (day)
      )`);
    await queryRunner.query(`CREATE TABLE calendar_feeds (
        user_id uuid NOT NULL,
        token_hash bytea NOT NULL,
        created_at timestamptz NOT NULL DEFAULT now(),
        read_at timestamptz,
        CONSTRAINT calendar_feeds_pk PRIMARY KEY (user_id),
        CONSTRAINT calendar_feeds_user_id_fk FOREIGN KEY (user_id) REFERENCES users(id) ON DELETE CASCADE
      )`);
    await queryRunner.query(
      `CREATE UNIQUE INDEX calendar_feeds_token_hash_unique ON calendar_feeds (token_hash)`,
    );
    await queryRunner.query(`ALTER TABLE users ADD daily_digest boolean NOT NULL DEFAULT true`);
    await queryRunner.query(`ALTER TABLE contacts ADD mail_refused_on date`);
    await auditTable(queryRunner, { table: 'mail_templates', key: 'kind', school: '' });
    await auditTable(queryRunner, {
      table: 'visit_recipients',
      key: 'visit_id',
      school: 'visit_id',
    });
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`ALTER TABLE contacts DROP mail_refused_on`);
    await queryRunner.query(`ALTER TABLE users DROP daily_digest`);
    await queryRunner.query(
      `DROP TABLE calendar_feeds, daily_digests, visit_recipients, mail_templates, mails`,
    );
  }
}
