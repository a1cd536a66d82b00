import type { MigrationInterface, QueryRunner } from 'typeorm';
import { RECORDS } from './1795450000000-KeepSchoolStandings';
import { PLAN_READS, PLANS, RECORDS_WITH_PLANS } from './1796000000000-KnowPlans';
import { defineTouch } from './watch-for-scores';

/**
 * As before, and looks and what the school says of a plan are handed down as its plans are: by a
 * predecessor that stands in one line with every other. Of one year what a school said itself is before
 * what one before it said.
 */
const RECORDS_OF_ONE_LINE = `
  CREATE OR REPLACE VIEW school_standings_on_record AS
  SELECT b.*, known.years AS plan_years, looked.looked_on AS plan_looked_on,
    looked.result AS plan_look_result, told.year AS plan_told_year, told.url AS plan_told_address
  FROM (${RECORDS.slice(RECORDS.indexOf('SELECT'))}) b
  CROSS JOIN LATERAL (
    SELECT array_agg(l.ancestor_id) AS ids FROM school_lineage l
    WHERE l.school_id = b.school_id AND (l.ancestor_id = b.school_id OR NOT EXISTS (
      SELECT FROM school_lineage o
      WHERE o.school_id = b.school_id AND o.ancestor_id NOT IN (b.school_id, l.ancestor_id)
        AND NOT EXISTS (SELECT FROM school_lineage c
          WHERE c.school_id = o.ancestor_id AND c.ancestor_id = l.ancestor_id)
        AND NOT EXISTS (SELECT FROM school_lineage c
          WHERE c.school_id = l.ancestor_id AND c.ancestor_id = o.ancestor_id)))
  ) line
  CROSS JOIN LATERAL (
    SELECT coalesce(array_agg(DISTINCT y ORDER BY y DESC), '{}') AS years
    FROM unnest(line.ids) a (id)
    CROSS JOIN LATERAL (
      SELECT p.academic_year, p.last_academic_year FROM music_development_plans p
      WHERE p.school_id = a.id AND p.known_from IN ('document', 'seen')
      OFFSET 0) p
    CROSS JOIN LATERAL generate_series(
      left(p.academic_year, 4)::integer, left(p.last_academic_year, 4)::integer) AS y
  ) known
  LEFT JOIN LATERAL (
    SELECT k.looked_on, k.result
    FROM unnest(line.ids) a (id)
    CROSS JOIN LATERAL (
      SELECT k.looked_on, k.result FROM plan_looks k WHERE k.school_id = a.id
      ORDER BY k.looked_on DESC, k.result LIMIT 1) k
    ORDER BY k.looked_on DESC, k.result LIMIT 1
  ) looked ON true
  LEFT JOIN LATERAL (
    SELECT p.year, p.url
    FROM unnest(line.ids) a (id)
    CROSS JOIN LATERAL (
      SELECT left(p.last_academic_year, 4)::integer AS year, p.url, p.known_on
      FROM music_development_plans p WHERE p.school_id = a.id AND p.known_from = 'told'
      ORDER BY p.last_academic_year DESC, p.academic_year DESC LIMIT 1) p
    ORDER BY p.year DESC, a.id <> b.school_id, p.known_on DESC, a.id LIMIT 1
  ) told ON true`;

/** Writes the standings anew, and has schools ranked anew whose score may be another. */
const WRITE = `
  INSERT INTO stale_scores (school_id)
  SELECT unnest(write_school_standings('{}', true, true)) ON CONFLICT DO NOTHING`;

/**
 * An academy conversion changes neither website nor plan: who looked before it need not look again. And of
 * a document that several schools have it is kept whether somebody said that it is for all of them.
 */
export class PassLooksOn1796380000000 implements MigrationInterface {
  name = 'PassLooksOn1796380000000';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(RECORDS_OF_ONE_LINE);
    await defineTouch(queryRunner, { ...PLANS, reads: [...PLAN_READS, 'known_on'] }, 'standing');
    await queryRunner.query(WRITE);
    await queryRunner.query(`ALTER TABLE plan_documents ADD shared boolean NOT NULL DEFAULT false`);
    // Until now the second was only taken once somebody had said so.
    await queryRunner.query(`UPDATE plan_documents d SET shared = true WHERE EXISTS (
      SELECT FROM plan_documents o WHERE o.sha256 = d.sha256 AND o.school_id <> d.school_id)`);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`ALTER TABLE plan_documents DROP shared`);
    await queryRunner.query(RECORDS_WITH_PLANS);
    await defineTouch(queryRunner, { ...PLANS, reads: PLAN_READS }, 'standing');
    await queryRunner.query(WRITE);
  }
}
