import type { MigrationInterface, QueryRunner } from 'typeorm';

/** How far a cycle is hangs on the visits of its three years: a part of all on record. */
export class AddCompletedVisitsByDayIndex1795408000000 implements MigrationInterface {
  name = 'AddCompletedVisitsByDayIndex1795408000000';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`CREATE INDEX visits_completed_day_idx ON visits (visited_on)
        INCLUDE (school_id, kind) WHERE status = 'completed'`);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('DROP INDEX visits_completed_day_idx');
  }
}
