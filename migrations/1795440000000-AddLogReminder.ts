import type { MigrationInterface, QueryRunner } from 'typeorm';

const KINDS = `'visit_confirmed', 'visit_moved', 'visit_cancelled', 'daily_digest', 'action_assigned', 'monthly_digest', 'survey_sent', 'password_reset'`;

/** The head reminds a colleague of visits that are not logged. */
export class AddLogReminder1795440000000 implements MigrationInterface {
  name = 'AddLogReminder1795440000000';

  async up(queryRunner: QueryRunner): Promise<void> {
    await allow(queryRunner, `${KINDS}, 'log_reminder'`);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`DELETE FROM mails WHERE kind = 'log_reminder'`);
    await allow(queryRunner, KINDS);
  }
}

async function allow(queryRunner: QueryRunner, kinds: string): Promise<void> {
  await queryRunner.query('ALTER TABLE mails DROP CONSTRAINT mails_kind_check');
  await queryRunner.query(
    `ALTER TABLE mails ADD CONSTRAINT mails_kind_check CHECK (kind IN (${kinds}))`,
  );
}
