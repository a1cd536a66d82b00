import type { MigrationInterface, QueryRunner } from 'typeorm';
import { define } from './1795400000000-SpeedUpAuditTrail';
import { COLUMNS, writeStandings } from './1795450000000-KeepSchoolStandings';
import { OF_PLANS } from './1796000000000-KnowPlans';

const AS_BEFORE = writeStandings(
  [...COLUMNS, ...OF_PLANS],
  ['visited_days', 'action_due_days', ...OF_PLANS],
);

/**
 * The view has more parts than PostgreSQL joins in another order, so it looks up only the schools that are
 * named to the view itself: without that a visit written worked out the standing of half of all schools.
 */
const OF_THE_WANTED = AS_BEFORE.replace(
  'AND r.school_id = t.school_id',
  'AND r.school_id = t.school_id AND r.school_id = ANY (wanted)',
);

/** A standing is worked out for the schools that are written alone. */
export class WriteFewStandings1796415000000 implements MigrationInterface {
  name = 'WriteFewStandings1796415000000';

  async up(queryRunner: QueryRunner): Promise<void> {
    await define(queryRunner, OF_THE_WANTED);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await define(queryRunner, AS_BEFORE);
  }
}
