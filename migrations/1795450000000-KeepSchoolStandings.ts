import type { MigrationInterface, QueryRunner } from 'typeorm';
import { define } from './1795400000000-SpeedUpAuditTrail';
import { MARK } from './1795442000000-MarkTouchedSchools';
import { defineTouch } from './watch-for-scores';

const TABLE = `
  CREATE TABLE school_standings (
    school_id uuid NOT NULL,
    last_visited_on date,
    visited_days date[] NOT NULL DEFAULT '{}',
    first_agreed_on date,
    last_agreed_on date,
    agreed_days date[] NOT NULL DEFAULT '{}',
    proposed_visits integer NOT NULL DEFAULT '0',
    open_actions integer NOT NULL DEFAULT '0',
    action_due_days date[] NOT NULL DEFAULT '{}',
    CONSTRAINT school_standings_pk PRIMARY KEY (school_id),
    CONSTRAINT school_standings_school_id_fk FOREIGN KEY (school_id) REFERENCES schools(id) ON DELETE CASCADE
  )`;

const INDEXES = [
  `CREATE INDEX school_standings_last_visit_idx ON school_standings (last_visited_on, school_id)`,
  `CREATE INDEX school_standings_latest_visit_idx ON school_standings (last_visited_on DESC NULLS LAST, school_id)`,
  `CREATE INDEX school_standings_agreed_idx ON school_standings (last_agreed_on) WHERE last_agreed_on IS NOT NULL`,
  `CREATE INDEX school_standings_first_agreed_idx ON school_standings (first_agreed_on) WHERE first_agreed_on IS NOT NULL`,
  `CREATE INDEX school_standings_proposed_idx ON school_standings (school_id) WHERE proposed_visits > 0`,
  // The queue's order as the list asks for it, but for names; the columns behind let places be counted.
  `CREATE INDEX priority_scores_place_idx ON priority_scores
    (((10 + band) * 1000::float8 - score::float8), coalesce(last_visited_on, '-infinity'::date))
    INCLUDE (school_id, band, score, last_visited_on)`,
];

/**
 * What the records say of every school, whatever the day: its visits that count (rules 4 and 5) and the
 * actions still to be done, its predecessors' among them, and its own visits still planned. OFFSET 0 has
 * each school of a line looked up by index, however little PostgreSQL thinks there is on record.
 */
export const RECORDS = `
  CREATE VIEW school_standings_on_record AS
  SELECT s.id AS school_id, visited.days[1] AS last_visited_on, visited.days AS visited_days,
    planned.days[1] AS first_agreed_on, planned.days[cardinality(planned.days)] AS last_agreed_on,
    planned.days AS agreed_days, planned.proposed AS proposed_visits,
    todo.actions AS open_actions, todo.days AS action_due_days
  FROM schools s
  CROSS JOIN LATERAL (
    SELECT coalesce(array_agg(v.visited_on ORDER BY v.visited_on DESC), '{}') AS days
    FROM school_lineage l CROSS JOIN LATERAL (
      SELECT v.visited_on FROM visits v
      WHERE v.school_id = l.ancestor_id AND v.status = 'completed' AND v.kind <> ALL (ARRAY(
        SELECT jsonb_array_elements_text(value) FROM settings WHERE key = 'kindsNotCounting'))
      OFFSET 0) v
    WHERE l.school_id = s.id
  ) visited
  CROSS JOIN LATERAL (
    SELECT coalesce(array_agg(v.scheduled_on ORDER BY v.scheduled_on)
        FILTER (WHERE v.status IN ('scheduled', 'confirmed')), '{}') AS days,
      (count(*) FILTER (WHERE v.status = 'proposed'))::integer AS proposed
    FROM visits v WHERE v.school_id = s.id AND v.status IN ('proposed', 'scheduled', 'confirmed')
  ) planned
  CROSS JOIN LATERAL (
    SELECT count(*)::integer AS actions,
      coalesce(array_agg(a.due_on ORDER BY a.due_on) FILTER (WHERE a.due_on IS NOT NULL), '{}') AS days
    FROM school_lineage l CROSS JOIN LATERAL (
      SELECT a.due_on FROM follow_up_actions a
      WHERE a.school_id = l.ancestor_id AND a.status IN ('open', 'in_progress')
        AND a.deleted_at IS NULL
      OFFSET 0) a
    WHERE l.school_id = s.id
  ) todo`;

export const COLUMNS: readonly string[] = [
  ...['last_visited_on', 'visited_days', 'first_agreed_on', 'last_agreed_on', 'agreed_days'],
  ...['proposed_visits', 'open_actions', 'action_due_days'],
];
const of = (row: string, columns: readonly string[]) =>
  columns.map((column) => `${row}.${column}`).join(', ');

/**
 * Writes the standings of schools anew and gives those whose score may be another. Whose predecessors a
 * school has, and which kinds count, must stand still meanwhile: who changes either has the lock alone. The
 * rows are locked before they are looked at, all in the order of their ids, so that of two writers the
 * second sees what the first has written, and neither waits for the other's other school. Each school's
 * rows are read by index: of a table that has just been filled PostgreSQL thinks it is small.
 *
 * @param columns of a standing, all of them
 * @param scored those that scores are made from
 */
export const writeStandings = (columns: readonly string[], scored: readonly string[]): string => `
  CREATE OR REPLACE FUNCTION write_school_standings(touched uuid[], everybody boolean, alone boolean) RETURNS uuid[]
  LANGUAGE plpgsql SECURITY DEFINER SET enable_seqscan = off SET search_path FROM CURRENT AS $$
  DECLARE
    wanted uuid[];
    scored uuid[];
  BEGIN
    IF alone THEN PERFORM pg_advisory_xact_lock(7420008);
    ELSE PERFORM pg_advisory_xact_lock_shared(7420008);
    END IF;
    IF everybody THEN
      wanted := ARRAY(SELECT s.id FROM schools s);
    ELSE
      wanted := ARRAY(
        SELECT unnest(touched)
        UNION
        SELECT l.school_id FROM school_lineage l WHERE l.ancestor_id = ANY (touched));
    END IF;
    PERFORM FROM school_standings t WHERE t.school_id = ANY (wanted) ORDER BY t.school_id FOR UPDATE;
    WITH before AS (
      SELECT t.* FROM school_standings t WHERE t.school_id = ANY (wanted)
    ), written AS (
      UPDATE school_standings t SET (${columns.join(', ')}) = ROW (${of('r', columns)})
      FROM school_standings_on_record r
      WHERE t.school_id = ANY (wanted) AND r.school_id = t.school_id
        AND (${of('t', columns)}) IS DISTINCT FROM (${of('r', columns)})
      RETURNING t.school_id, ${of('t', scored)}
    )
    SELECT array_agg(w.school_id) INTO scored
    FROM written w JOIN before b ON b.school_id = w.school_id
    WHERE (${of('w', scored)}) IS DISTINCT FROM (${of('b', scored)});
    RETURN scored;
  END $$`;

/** As before, and first the standings: scores are made from them. */
export const MARK_WITH_STANDINGS = `
  CREATE OR REPLACE FUNCTION mark_touched_schools() RETURNS void
  LANGUAGE plpgsql SECURITY DEFINER SET search_path FROM CURRENT AS $$
  DECLARE
    moved uuid[];
    scored uuid[];
    lines boolean;
    rules boolean;
  BEGIN
    WITH said AS (
      DELETE FROM touched_schools RETURNING school_ids, what
    )
    SELECT array_agg(DISTINCT id) FILTER (WHERE what IN ('standing', 'lineage')),
      array_agg(DISTINCT id) FILTER (WHERE what = 'score'),
      bool_or(what = 'lineage'), bool_or(what = 'rules')
    INTO moved, scored, lines, rules
    FROM said LEFT JOIN LATERAL unnest(school_ids) AS id ON true;
    IF moved IS NOT NULL OR rules THEN
      scored := scored || write_school_standings(moved, rules, lines OR rules);
    END IF;
    IF scored IS NULL THEN RETURN; END IF;
    -- One of them may be gone.
    INSERT INTO stale_scores (school_id)
    SELECT s.id FROM schools s
    WHERE s.id IN (
      SELECT unnest(scored)
      UNION
      SELECT l.school_id FROM school_lineage l WHERE l.ancestor_id = ANY (scored)
    )
    ORDER BY s.id
    ON CONFLICT (school_id) DO UPDATE SET refresh_id = NULL;
  END $$`;

/** A school has its row from the start; what is new there nobody else waits for. */
const BEGIN_STANDING = `
  CREATE FUNCTION schools_begin_standing() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER SET search_path FROM CURRENT AS $$
  BEGIN
    INSERT INTO school_standings (school_id) SELECT id FROM new_rows;
    RETURN NULL;
  END $$`;

/** Which kinds of visits count is every school's. */
const RULES_TOUCH = `
  CREATE FUNCTION settings_touch() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER SET search_path FROM CURRENT AS $$
  BEGIN
    IF 'kindsNotCounting' IN (OLD.key, NEW.key) THEN
      INSERT INTO touched_schools (school_ids, what) VALUES ('{}', 'rules');
    END IF;
    RETURN NULL;
  END $$`;

const LINEAGE = { table: 'school_lineage', school: 'school_id', reads: ['ancestor_id'] };
const VISITS = { table: 'visits', school: 'school_id', reads: ['kind', 'status', 'visited_on'] };
const ACTIONS = {
  table: 'follow_up_actions',
  school: 'school_id',
  reads: ['status', 'due_on', 'deleted_at'],
};

/**
 * How a school stands by the rows on record is kept beside it, written in the transaction that changed
 * the rows (docs/decisions/018-standings.md). What the day decides is left to whoever reads.
 */
export class KeepSchoolStandings1795450000000 implements MigrationInterface {
  name = 'KeepSchoolStandings1795450000000';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(TABLE);
    await queryRunner.query(RECORDS);
    await queryRunner.query(`ALTER TABLE touched_schools ADD what text NOT NULL DEFAULT 'score'`);
    const write = writeStandings(COLUMNS, ['visited_days', 'action_due_days']);
    await define(queryRunner, write, MARK_WITH_STANDINGS, BEGIN_STANDING, RULES_TOUCH);
    await queryRunner.query(`CREATE TRIGGER schools_begin_standing AFTER INSERT ON schools
        REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION schools_begin_standing()`);
    await queryRunner.query(`CREATE TRIGGER settings_touch AFTER INSERT OR UPDATE OR DELETE ON settings
        FOR EACH ROW EXECUTE FUNCTION settings_touch()`);
    await defineTouch(queryRunner, LINEAGE, 'lineage');
    await defineTouch(
      queryRunner,
      { ...VISITS, reads: [...VISITS.reads, 'scheduled_on'] },
      'standing',
    );
    await defineTouch(queryRunner, ACTIONS, 'standing');
    await queryRunner.query('INSERT INTO school_standings (school_id) SELECT id FROM schools');
    await queryRunner.query(`SELECT write_school_standings('{}', true, true)`);
    for (const index of INDEXES) await queryRunner.query(index);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    for (const touched of [LINEAGE, VISITS, ACTIONS]) await defineTouch(queryRunner, touched);
    await queryRunner.query('DROP FUNCTION settings_touch, schools_begin_standing CASCADE');
    await define(queryRunner, MARK.replace('CREATE FUNCTION', 'CREATE OR REPLACE FUNCTION'));
    await queryRunner.query('DROP FUNCTION write_school_standings');
    await queryRunner.query('ALTER TABLE touched_schools DROP what');
    await queryRunner.query('DROP VIEW school_standings_on_record');
    await queryRunner.query('DROP TABLE school_standings');
    await queryRunner.query('DROP INDEX priority_scores_place_idx');
  }
}
