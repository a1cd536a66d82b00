import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A mail that came with a backup waits until a person has looked at it. */
export class AddMailHolds1795415000000 implements MigrationInterface {
  name = 'AddMailHolds1795415000000';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('ALTER TABLE mails ADD COLUMN held_at timestamptz');
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('ALTER TABLE mails DROP COLUMN held_at');
  }
}
