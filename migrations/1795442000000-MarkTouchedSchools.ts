import type { MigrationInterface, QueryRunner } from 'typeorm';
import { define, seal } from './1795400000000-SpeedUpAuditTrail';
import { type ScoredTable, watchForScores } from './watch-for-scores';

/** What `scoring.facts` reads; `stale-scores.spec` holds the two together. */
const SCORED: readonly ScoredTable[] = [
  { table: 'schools', school: 'id', reads: ['in_scope', 'fsm_percent', 'establishment_type'] },
  { table: 'school_lineage', school: 'school_id', reads: ['ancestor_id'] },
  { table: 'visits', school: 'school_id', reads: ['kind', 'status', 'visited_on'] },
  { table: 'follow_up_actions', school: 'school_id', reads: ['status', 'due_on', 'deleted_at'] },
  { table: 'contacts', school: 'school_id', reads: ['role', 'deleted_at'] },
  { table: 'music_development_plans', school: 'school_id', reads: ['academic_year'] },
];

/**
 * The schools that the transaction touched, and those that followed them. DO UPDATE rather than DO
 * NOTHING: it locks a row that is there already, and the ranking skips locked rows. Otherwise a run that
 * started before this transaction commits would take the row away without having seen what changed.
 */
export const MARK = `
  CREATE FUNCTION mark_touched_schools() RETURNS void
  LANGUAGE plpgsql SECURITY DEFINER SET search_path FROM CURRENT AS $$
  DECLARE
    touched uuid[];
  BEGIN
    WITH said AS (
      DELETE FROM touched_schools RETURNING school_ids
    )
    SELECT array_agg(DISTINCT id) INTO touched FROM said, unnest(school_ids) AS id;
    IF touched IS NULL THEN RETURN; END IF;
    -- One of them may be gone.
    INSERT INTO stale_scores (school_id)
    SELECT s.id FROM schools s
    WHERE s.id IN (
      SELECT unnest(touched)
      UNION
      SELECT l.school_id FROM school_lineage l WHERE l.ancestor_id = ANY (touched)
    )
    ORDER BY s.id
    ON CONFLICT (school_id) DO UPDATE SET refresh_id = NULL;
  END $$`;

const AT_COMMIT = `
  CREATE FUNCTION touched_schools_at_commit() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER SET search_path FROM CURRENT AS $$
  BEGIN
    PERFORM mark_touched_schools();
    RETURN NULL;
  END $$`;

/**
 * A score turns stale by what it is made from. Each statement says which schools it touched, and all of
 * them are marked once at the commit, in the order of their ids: two transactions cannot deadlock over
 * them, however many statements they have. And before the trail is sealed, because a seal is waited for by
 * everybody, and whoever has it may not wait for a ranking.
 */
export class MarkTouchedSchools1795442000000 implements MigrationInterface {
  name = 'MarkTouchedSchools1795442000000';

  async up(queryRunner: QueryRunner): Promise<void> {
    // Of the transaction at hand alone: what commits has been taken out.
    await queryRunner.query('CREATE TABLE touched_schools (school_ids uuid[] NOT NULL)');
    await define(queryRunner, MARK, AT_COMMIT, seal('PERFORM mark_touched_schools();'));
    await queryRunner.query(`CREATE CONSTRAINT TRIGGER touched_schools_mark AFTER INSERT ON touched_schools
        DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION touched_schools_at_commit()`);
    for (const scored of SCORED) await watchForScores(queryRunner, scored);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    for (const { table } of SCORED) {
      await queryRunner.query(`DROP FUNCTION ${table}_touch CASCADE`);
    }
    await define(queryRunner, seal());
    await queryRunner.query('DROP TABLE touched_schools');
    await queryRunner.query('DROP FUNCTION touched_schools_at_commit, mark_touched_schools');
  }
}
