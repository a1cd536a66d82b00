import type { MigrationInterface, QueryRunner } from 'typeorm';
import { define } from './1795400000000-SpeedUpAuditTrail';

/** As in the index of places, so that what is counted is what the index is in the order of. */
const PLACE = '(10 + band) * 1000::float8 - score::float8';

/** What came (1) and what went (-1) as sums by place; those that stayed where they were are left out. */
const note = (rows: string): string => `
      INSERT INTO queue_places (place, band, state, schools)
      SELECT ${PLACE}, band, state, sum(n) FROM (${rows}) moved GROUP BY 1, 2, 3 HAVING sum(n) <> 0;`;
const from = (rows: string, n: number) => `SELECT band, score, state, ${n} AS n FROM ${rows}`;

const COUNT = `
  CREATE FUNCTION priority_scores_count() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER SET search_path FROM CURRENT AS $$
  BEGIN
    IF TG_OP = 'TRUNCATE' THEN DELETE FROM queue_places;
    ELSIF TG_OP = 'INSERT' THEN ${note(from('new_rows', 1))}
    ELSIF TG_OP = 'DELETE' THEN ${note(from('old_rows', -1))}
    ELSE ${note(`${from('new_rows', 1)} UNION ALL ${from('old_rows', -1)}`)}
    END IF;
    RETURN NULL;
  END $$`;

/**
 * Of two that do this at once each adds up the rows that it took away itself, and whoever reads sees them
 * before or after. A function, because no application writes this table.
 */
const ADD_UP = `
  CREATE FUNCTION add_up_queue_places() RETURNS void
  LANGUAGE sql SECURITY DEFINER SET search_path FROM CURRENT AS $$
    WITH taken AS (
      DELETE FROM queue_places q USING (
        SELECT place, band, state FROM queue_places GROUP BY 1, 2, 3
        HAVING count(*) > 1 OR sum(schools) = 0) several
      WHERE q.place = several.place AND q.band = several.band AND q.state = several.state
      RETURNING q.place, q.band, q.state, q.schools
    )
    INSERT INTO queue_places (place, band, state, schools)
    SELECT place, band, state, sum(schools) FROM taken GROUP BY 1, 2, 3 HAVING sum(schools) <> 0
  $$`;

/**
 * How many schools there are at each place of the queue, so that a rank is a sum of some of them and
 * nobody has to count all who stand before. Each statement that moves schools adds rows, which no other
 * writer waits for; the ranking adds up what is there now and then. A sum may have several rows.
 */
export class CountQueuePlaces1795460000000 implements MigrationInterface {
  name = 'CountQueuePlaces1795460000000';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`CREATE TABLE queue_places (place float8 NOT NULL, band smallint NOT NULL,
        state text NOT NULL, schools integer NOT NULL)`);
    await queryRunner.query(
      `CREATE INDEX queue_places_place_idx ON queue_places (place) INCLUDE (schools)`,
    );
    await define(queryRunner, COUNT, ADD_UP);
    for (const [event, referencing] of [
      ['INSERT', 'REFERENCING NEW TABLE AS new_rows'],
      ['UPDATE', 'REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows'],
      ['DELETE', 'REFERENCING OLD TABLE AS old_rows'],
      ['TRUNCATE', ''],
    ] as const) {
      await queryRunner.query(`CREATE TRIGGER priority_scores_count_${event.toLowerCase()}
        AFTER ${event} ON priority_scores ${referencing}
        FOR EACH STATEMENT EXECUTE FUNCTION priority_scores_count()`);
    }
    await queryRunner.query(`INSERT INTO queue_places (place, band, state, schools)
        SELECT ${PLACE}, band, state, count(*) FROM priority_scores GROUP BY 1, 2, 3`);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('DROP FUNCTION priority_scores_count, add_up_queue_places CASCADE');
    await queryRunner.query('DROP TABLE queue_places');
  }
}
