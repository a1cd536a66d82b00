import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The next visits and those nobody has logged are asked for by day: a handful of all on record. */
export class AddBookedVisitsByDayIndex1795409100000 implements MigrationInterface {
  name = 'AddBookedVisitsByDayIndex1795409100000';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`CREATE INDEX visits_booked_day_idx
        ON visits (coalesce(visited_on, scheduled_on), id) WHERE status IN ('scheduled', 'confirmed')`);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('DROP INDEX visits_booked_day_idx');
  }
}
