import type { MigrationInterface, QueryRunner } from 'typeorm';
import { define } from './1795400000000-SpeedUpAuditTrail';
import { COLUMNS, RECORDS, writeStandings } from './1795450000000-KeepSchoolStandings';
import { auditTable } from './audit-table';
import { defineTouch, watchForScores } from './watch-for-scores';

export const PLANS = { table: 'music_development_plans', school: 'school_id' };
export const PLAN_READS = ['academic_year', 'last_academic_year', 'known_from', 'url'];
const LOOKS = { table: 'plan_looks', school: 'school_id', reads: ['looked_on', 'result'] };
const SCHOOLS = {
  table: 'schools',
  school: 'id',
  reads: ['in_scope', 'fsm_percent', 'establishment_type'],
};

const LOOKS_TABLE = `
  CREATE TABLE plan_looks (
    id uuid NOT NULL DEFAULT gen_random_uuid(),
    version integer NOT NULL DEFAULT '1',
    created_at timestamptz NOT NULL DEFAULT now(),
    updated_at timestamptz NOT NULL DEFAULT now(),
    school_id uuid NOT NULL,
    looked_on date NOT NULL,
    looked_by_id uuid NOT NULL,
    result text NOT NULL,
    CONSTRAINT plan_looks_result_check CHECK (result IN ('found', 'none', 'gone', 'no_site')),
    CONSTRAINT plan_looks_school_day_person_unique UNIQUE (school_id, looked_on, looked_by_id),
    CONSTRAINT plan_looks_pk PRIMARY KEY (id),
    CONSTRAINT plan_looks_school_id_fk FOREIGN KEY (school_id) REFERENCES schools(id),
    CONSTRAINT plan_looks_looked_by_id_fk FOREIGN KEY (looked_by_id) REFERENCES users(id)
  )`;

const PLAN_COLUMNS = [
  `ADD last_academic_year text`,
  `ADD known_from text NOT NULL DEFAULT 'seen'`,
  `ADD recorded_by_id uuid`,
  `ADD gone_on date`,
];
const PLAN_RULES = [
  `ALTER last_academic_year SET NOT NULL`,
  `ALTER known_from DROP DEFAULT`,
  `ADD CONSTRAINT music_development_plans_years_check CHECK (left(last_academic_year, 4)::int - left(academic_year, 4)::int BETWEEN 0 AND 4)`,
  `ADD CONSTRAINT music_development_plans_known_from_check CHECK (known_from IN ('document', 'seen', 'told'))`,
  `ADD CONSTRAINT music_development_plans_gone_check CHECK (gone_on IS NULL OR url IS NOT NULL)`,
  `ADD CONSTRAINT music_development_plans_recorded_by_id_fk FOREIGN KEY (recorded_by_id) REFERENCES users(id)`,
  `DROP CONSTRAINT music_development_plans_school_year_unique`,
  `ADD CONSTRAINT music_development_plans_school_year_unique UNIQUE (school_id, academic_year, known_from)`,
];

const PLAN_STANDING = [
  `plan_years integer[] NOT NULL DEFAULT '{}'`,
  'plan_looked_on date',
  'plan_look_result text',
  'plan_told_year integer',
  'plan_told_address text',
];
export const OF_PLANS = PLAN_STANDING.map((column) => column.split(' ', 1)[0] as string);

/**
 * As before, and what is known of its plan. A predecessor's plan counts (rule 19) where it stands in one
 * line with every other predecessor; of two that became one, neither does. Of two looks of one day the one
 * that found more is the last.
 */
export const RECORDS_WITH_PLANS = `
  CREATE OR REPLACE VIEW school_standings_on_record AS
  SELECT b.*, known.years AS plan_years, looked.looked_on AS plan_looked_on,
    looked.result AS plan_look_result, told.year AS plan_told_year, told.url AS plan_told_address
  FROM (${RECORDS.slice(RECORDS.indexOf('SELECT'))}) b
  CROSS JOIN LATERAL (
    SELECT coalesce(array_agg(DISTINCT y ORDER BY y DESC), '{}') AS years
    FROM school_lineage l
    CROSS JOIN LATERAL (
      SELECT p.academic_year, p.last_academic_year FROM music_development_plans p
      WHERE p.school_id = l.ancestor_id AND p.known_from IN ('document', 'seen')
      OFFSET 0) p
    CROSS JOIN LATERAL generate_series(
      left(p.academic_year, 4)::integer, left(p.last_academic_year, 4)::integer) AS y
    WHERE l.school_id = b.school_id AND (l.ancestor_id = b.school_id OR NOT EXISTS (
      SELECT FROM school_lineage o
      WHERE o.school_id = b.school_id AND o.ancestor_id NOT IN (b.school_id, l.ancestor_id)
        AND NOT EXISTS (SELECT FROM school_lineage c
          WHERE c.school_id = o.ancestor_id AND c.ancestor_id = l.ancestor_id)
        AND NOT EXISTS (SELECT FROM school_lineage c
          WHERE c.school_id = l.ancestor_id AND c.ancestor_id = o.ancestor_id)))
  ) known
  LEFT JOIN LATERAL (
    SELECT k.looked_on, k.result FROM plan_looks k WHERE k.school_id = b.school_id
    ORDER BY k.looked_on DESC, k.result LIMIT 1
  ) looked ON true
  LEFT JOIN LATERAL (
    SELECT left(p.last_academic_year, 4)::integer AS year, p.url FROM music_development_plans p
    WHERE p.school_id = b.school_id AND p.known_from = 'told'
    ORDER BY p.last_academic_year DESC, p.academic_year DESC LIMIT 1
  ) told ON true`;

/** What schools have said in the survey so far: of each and year the last. */
const TOLD = `
  INSERT INTO music_development_plans
    (school_id, academic_year, last_academic_year, known_from, known_on, url, recorded_by_id)
  SELECT school_id, year, year, 'told', answered_on, address, entered_by_id
  FROM (
    SELECT DISTINCT ON (r.school_id, y.year) r.school_id, y.year, r.answered_on, r.entered_by_id,
      a.value AS published, nullif(trim(b.value #>> '{}'), '') AS address
    FROM survey_responses r
    JOIN survey_answers a ON a.response_id = r.id AND a.question_key = 'smdp_published'
    LEFT JOIN survey_answers b ON b.response_id = r.id AND b.question_key = 'smdp_address'
    CROSS JOIN LATERAL (SELECT extract(year FROM r.answered_on + interval '4 months')::int AS next) n
    CROSS JOIN LATERAL (
      SELECT (next - 1) || '-' || lpad((next % 100)::text, 2, '0') AS year) y
    WHERE r.submitted_at IS NOT NULL
    ORDER BY r.school_id, y.year, r.answered_on DESC, r.submitted_at DESC
  ) said
  WHERE published = 'true'`;

/** How a plan is known, for which years, and who looked for one and when. */
export class KnowPlans1796000000000 implements MigrationInterface {
  name = 'KnowPlans1796000000000';

  async up(queryRunner: QueryRunner): Promise<void> {
    const plans = 'ALTER TABLE music_development_plans';
    await queryRunner.query(`${plans} ${PLAN_COLUMNS.join(', ')}`);
    // Nobody changes them here: the trail and the marks are for changes.
    await queryRunner.query(`${plans} DISABLE TRIGGER USER`);
    await queryRunner.query(
      'UPDATE music_development_plans SET last_academic_year = academic_year',
    );
    for (const rule of PLAN_RULES) await queryRunner.query(`${plans} ${rule}`);
    await queryRunner.query(TOLD);
    await queryRunner.query(`${plans} ENABLE TRIGGER USER`);
    await queryRunner.query(
      'CREATE INDEX music_development_plans_known_idx ON music_development_plans (known_on DESC, id)',
    );
    await queryRunner.query(LOOKS_TABLE);
    await queryRunner.query(
      'CREATE INDEX plan_looks_looked_idx ON plan_looks (looked_on DESC, id)',
    );
    await auditTable(queryRunner, { table: 'plan_looks', key: 'id', school: 'school_id' });
    await queryRunner.query(
      `ALTER TABLE school_standings ${PLAN_STANDING.map((column) => `ADD ${column}`).join(', ')}`,
    );
    await queryRunner.query(RECORDS_WITH_PLANS);
    await define(
      queryRunner,
      writeStandings([...COLUMNS, ...OF_PLANS], ['visited_days', 'action_due_days', ...OF_PLANS]),
    );
    await defineTouch(queryRunner, { ...SCHOOLS, reads: [...SCHOOLS.reads, 'phase'] });
    await defineTouch(queryRunner, { ...PLANS, reads: PLAN_READS }, 'standing');
    await watchForScores(queryRunner, LOOKS, 'standing');
    // Every school is ranked by the state of its plan from here on.
    await queryRunner.query(`SELECT write_school_standings('{}', true, true)`);
    await queryRunner.query(
      'INSERT INTO stale_scores (school_id) SELECT id FROM schools ON CONFLICT DO NOTHING',
    );
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await defineTouch(queryRunner, { ...PLANS, reads: ['academic_year'] });
    await defineTouch(queryRunner, SCHOOLS);
    await define(queryRunner, writeStandings(COLUMNS, ['visited_days', 'action_due_days']));
    await queryRunner.query('DROP VIEW school_standings_on_record');
    await queryRunner.query(RECORDS);
    await queryRunner.query(
      `ALTER TABLE school_standings ${OF_PLANS.map((column) => `DROP ${column}`).join(', ')}`,
    );
    await queryRunner.query('DROP TABLE plan_looks');
    await queryRunner.query('DROP FUNCTION plan_looks_touch');
    await queryRunner.query('DROP INDEX music_development_plans_known_idx');
    await queryRunner.query(`DELETE FROM music_development_plans p WHERE known_from = 'told'
      OR EXISTS (SELECT FROM music_development_plans o WHERE o.school_id = p.school_id
        AND o.academic_year = p.academic_year AND o.known_from < p.known_from)`);
    await queryRunner.query(
      `ALTER TABLE music_development_plans DROP last_academic_year, DROP known_from, DROP recorded_by_id, DROP gone_on`,
    );
    await queryRunner.query(
      `ALTER TABLE music_development_plans ADD CONSTRAINT music_development_plans_school_year_unique UNIQUE (school_id, academic_year)`,
    );
  }
}
