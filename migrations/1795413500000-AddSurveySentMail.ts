import type { MigrationInterface, QueryRunner } from 'typeorm';

const BEFORE = `'visit_confirmed', 'visit_moved', 'visit_cancelled', 'daily_digest', 'action_assigned', 'monthly_digest'`;

/** A mail to whoever goes to a school when it has answered the survey by itself. */
export class AddSurveySentMail1795413500000 implements MigrationInterface {
  name = 'AddSurveySentMail1795413500000';

  async up(queryRunner: QueryRunner): Promise<void> {
    await allowKinds(queryRunner, `${BEFORE}, 'survey_sent'`);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`DELETE FROM mails WHERE kind = 'survey_sent'`);
    await queryRunner.query(`DELETE FROM mail_templates WHERE kind = 'survey_sent'`);
    await allowKinds(queryRunner, BEFORE);
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
