import type { MigrationInterface, QueryRunner } from 'typeorm';
import { define } from './1795400000000-SpeedUpAuditTrail';
import { MARK_WITH_STANDINGS } from './1795450000000-KeepSchoolStandings';

/** More than these are an import or a rule, whose schools wait for their turn. */
const FEW = 100;

/** As before, and what somebody wrote about few schools is ranked before all that waits. */
const MARK_FEW_FIRST = MARK_WITH_STANDINGS.replace(
  'INSERT INTO stale_scores (school_id)\n    SELECT s.id FROM',
  `INSERT INTO stale_scores (school_id, comes_first)\n    SELECT s.id, cardinality(scored) <= ${FEW} FROM`,
).replace(
  'DO UPDATE SET refresh_id = NULL;',
  `DO UPDATE SET refresh_id = NULL,
      comes_first = stale_scores.comes_first OR excluded.comes_first;`,
);

/** A visit that is logged while all of England is ranked shows in the queue after the batch at hand. */
export class RankTouchedFirst1795460600000 implements MigrationInterface {
  name = 'RankTouchedFirst1795460600000';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(
      'ALTER TABLE stale_scores ADD comes_first boolean NOT NULL DEFAULT false',
    );
    await queryRunner.query(
      'CREATE INDEX stale_scores_first_idx ON stale_scores (school_id) WHERE comes_first',
    );
    await define(queryRunner, MARK_FEW_FIRST);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await define(queryRunner, MARK_WITH_STANDINGS);
    await queryRunner.query('ALTER TABLE stale_scores DROP comes_first');
  }
}
