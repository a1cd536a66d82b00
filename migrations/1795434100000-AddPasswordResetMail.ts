import type { MigrationInterface, QueryRunner } from 'typeorm';

const KINDS = `'visit_confirmed', 'visit_moved', 'visit_cancelled', 'daily_digest', 'action_assigned', 'monthly_digest', 'survey_sent'`;
const PURPOSES = `'invitation', 'reset'`;

/** Somebody who has forgotten their password asks for a link on the sign-in page, and gets it by email. */
export class AddPasswordResetMail1795434100000 implements MigrationInterface {
  name = 'AddPasswordResetMail1795434100000';

  async up(queryRunner: QueryRunner): Promise<void> {
    await allow(queryRunner, 'mails', 'kind', `${KINDS}, 'password_reset'`);
    await allow(
      queryRunner,
      'account_links',
      'purpose',
      `${PURPOSES}, 'emailed_reset', 'first_admin'`,
    );
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`DELETE FROM mails WHERE kind = 'password_reset'`);
    await queryRunner.query(`DELETE FROM account_links WHERE purpose = 'emailed_reset'`);
    await allow(queryRunner, 'mails', 'kind', KINDS);
    await allow(queryRunner, 'account_links', 'purpose', `${PURPOSES}, 'first_admin'`);
  }
}

async function allow(
  queryRunner: QueryRunner,
  table: string,
  column: string,
  values: string,
): Promise<void> {
  const name = `${table}_${column}_check`;
  await queryRunner.query(`ALTER TABLE ${table} DROP CONSTRAINT ${name}`);
  await queryRunner.query(
    `ALTER TABLE ${table} ADD CONSTRAINT ${name} CHECK (${column} IN (${values}))`,
  );
}
