import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A ranking that somebody asked for can be stopped: why it ended, and which marks are its own. */
export class AddStopping1795441000000 implements MigrationInterface {
  name = 'AddStopping1795441000000';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`ALTER TABLE priority_refreshes ADD message text`);
    await queryRunner.query(`ALTER TABLE stale_scores ADD refresh_id uuid`);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`ALTER TABLE stale_scores DROP COLUMN refresh_id`);
    await queryRunner.query(`ALTER TABLE priority_refreshes DROP COLUMN message`);
  }
}
