import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A document that is to be fetched has no content before it was. */
export class FetchPlans1796350000000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      ALTER TABLE plan_documents ALTER COLUMN sha256 DROP NOT NULL,
        ADD CONSTRAINT plan_documents_fetched_check CHECK (sha256 IS NOT NULL
          OR (status IN ('reading', 'unreadable') AND address IS NOT NULL AND file_id IS NULL))`);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('DELETE FROM plan_documents WHERE sha256 IS NULL');
    await queryRunner.query(`
      ALTER TABLE plan_documents ALTER COLUMN sha256 SET NOT NULL,
        DROP CONSTRAINT plan_documents_fetched_check`);
  }
}
