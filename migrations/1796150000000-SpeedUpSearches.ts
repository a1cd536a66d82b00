import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What asks whether one text is in another but for a letter costs PostgreSQL as much as 200 comparisons,
 * and it takes it for one: without this it goes through a hub's schools one by one and leaves the index.
 * The functions belong to whoever made the extension, and search is as right without it.
 */
const costing = (units: number) => `
  DO $$ BEGIN
    ALTER FUNCTION word_similarity_op(text, text) COST ${units};
    ALTER FUNCTION word_similarity_commutator_op(text, text) COST ${units};
  EXCEPTION WHEN insufficient_privilege THEN NULL;
  END $$`;

/** A list of a region, and searches of a hub, from their indexes. */
export class SpeedUpSearches1796150000000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(
      `CREATE INDEX schools_region_name_idx ON schools (region_id, name COLLATE "und-x-icu", id)`,
    );
    await queryRunner.query('DROP INDEX schools_region_id_idx');
    await queryRunner.query(costing(200));
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(costing(1));
    await queryRunner.query('CREATE INDEX schools_region_id_idx ON schools (region_id)');
    await queryRunner.query('DROP INDEX schools_region_name_idx');
  }
}
