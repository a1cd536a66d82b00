import type { MigrationInterface, QueryRunner } from 'typeorm';
import { define } from './1795400000000-SpeedUpAuditTrail';
import { FAULTS } from './1796410000000-MarkStaleLines';

const AS_BEFORE = FAULTS.replace('CREATE FUNCTION', 'CREATE OR REPLACE FUNCTION');

/** From the first year of the lines on; OFFSET 0 has the visits of each visitor looked up, not all there are. */
const BUSY = `WITH busy AS MATERIALIZED (
    SELECT w.visitor_id, x.day
    FROM (SELECT DISTINCT l.visitor_id FROM visit_plan_lines l WHERE l.id = ANY (wanted)) w
    CROSS JOIN LATERAL (
      SELECT coalesce(x.visited_on, x.scheduled_on) AS day
      FROM visits x
      WHERE x.visitor_id = w.visitor_id AND x.status IN ('scheduled', 'confirmed', 'completed')
        AND coalesce(x.visited_on, x.scheduled_on) >= (
          SELECT make_date(min(left(p.academic_year, 4))::int, 9, 1)
          FROM visit_plan_lines l JOIN visit_plans p ON p.id = l.plan_id WHERE l.id = ANY (wanted))
      OFFSET 0) x
  )
  SELECT j.id`;

const [HEAD = '', AFTER_WITH = ''] = AS_BEFORE.split('WITH busy AS MATERIALIZED (');
const BY_VISITOR =
  HEAD + BUSY + AFTER_WITH.slice(AFTER_WITH.indexOf('SELECT j.id') + 'SELECT j.id'.length);

/** What a line of a plan conflicts with is found in its visitor's visits: of all England's it took 150 ms a write. */
export class CountBusyByVisitor1796417000000 implements MigrationInterface {
  name = 'CountBusyByVisitor1796417000000';

  async up(queryRunner: QueryRunner): Promise<void> {
    await define(queryRunner, BY_VISITOR);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await define(queryRunner, AS_BEFORE);
  }
}
