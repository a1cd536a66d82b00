import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Whose a school is hangs on its open visit: a handful of all visits on record. */
export class AddOpenVisitsIndex1795407200000 implements MigrationInterface {
  name = 'AddOpenVisitsIndex1795407200000';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`CREATE INDEX visits_open_idx ON visits (school_id, visitor_id)
        WHERE status IN ('proposed', 'scheduled', 'confirmed')`);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('DROP INDEX visits_open_idx');
  }
}
