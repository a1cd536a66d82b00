import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Which characters of a report its PDF cannot show. */
export class AddReportMissingLetters1795452000000 implements MigrationInterface {
  name = 'AddReportMissingLetters1795452000000';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`ALTER TABLE reports ADD missing_in_pdf text[] NOT NULL DEFAULT '{}'`);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`ALTER TABLE reports DROP COLUMN missing_in_pdf`);
  }
}
