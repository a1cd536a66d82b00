import type { MigrationInterface, QueryRunner } from 'typeorm';
import { auditTable } from './audit-table';

/** What happened to a visit, when schools are open, and the indexes that planning asks for. */
export class AddVisitHistoryAndSchoolCalendar1795401000000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`CREATE TABLE visit_events (
        id uuid NOT NULL DEFAULT gen_random_uuid(),
        visit_id uuid NOT NULL,
        kind text NOT NULL,
        at timestamptz NOT NULL DEFAULT clock_timestamp(),
        by_id uuid,
        why text,
        cancelled_by text,
        scheduled_on_before date,
        scheduled_on date,
        start_time_before text,
        start_time text,
        visitor_id_before uuid,
        visitor_id uuid,
        school_id_before uuid,
        overrode text[] NOT NULL DEFAULT '{}',
        CONSTRAINT visit_events_kind_check CHECK (kind IN ('imported', 'proposed', 'scheduled', 'rescheduled', 'confirmed', 'cancelled', 'not_held', 'completed', 'corrected', 'moved')),
        CONSTRAINT visit_events_cancelled_by_check CHECK (cancelled_by IN ('school', 'hub')),
        CONSTRAINT visit_events_pk PRIMARY KEY (id),
        CONSTRAINT visit_events_visit_id_fk FOREIGN KEY (visit_id) REFERENCES visits(id) ON DELETE CASCADE,
        CONSTRAINT visit_events_by_id_fk FOREIGN KEY (by_id) REFERENCES users(id),
        CONSTRAINT visit_events_visitor_id_before_fk FOREIGN KEY (visitor_id_before) REFERENCES users(id),
        CONSTRAINT visit_events_visitor_id_fk FOREIGN KEY (visitor_id) REFERENCES users(id),
        CONSTRAINT visit_events_school_id_before_fk FOREIGN KEY (school_id_before) REFERENCES schools(id)
      )`);
    await queryRunner.query(
      `CREATE INDEX visit_events_visit_id_idx ON visit_events (visit_id, at)`,
    );
    await queryRunner.query(`CREATE FUNCTION visit_events_refuse() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        RAISE EXCEPTION 'The history of a visit is only ever added to.' USING ERRCODE = '42501';
      END $$`);
    await queryRunner.query(`CREATE TRIGGER visit_events_keep BEFORE UPDATE ON visit_events
        FOR EACH STATEMENT EXECUTE FUNCTION visit_events_refuse()`);

    await queryRunner.query(`CREATE TABLE school_years (
        id uuid NOT NULL DEFAULT gen_random_uuid(),
        version integer NOT NULL DEFAULT 1,
        created_at timestamptz NOT NULL DEFAULT now(),
        updated_at timestamptz NOT NULL DEFAULT now(),
        year text NOT NULL,
        first_day date NOT NULL,
        last_day date NOT NULL,
        holidays jsonb NOT NULL DEFAULT '[]',
        CONSTRAINT school_years_year_check CHECK (year ~ '^[0-9]{4}-[0-9]{2}$'),
        CONSTRAINT school_years_days_check CHECK (first_day < last_day),
        CONSTRAINT school_years_pk PRIMARY KEY (id)
      )`);
    await queryRunner.query(`CREATE UNIQUE INDEX school_years_year_unique ON school_years (year)`);
    await queryRunner.query(`CREATE TABLE bank_holiday_years (
        id uuid NOT NULL DEFAULT gen_random_uuid(),
        version integer NOT NULL DEFAULT 1,
        created_at timestamptz NOT NULL DEFAULT now(),
        updated_at timestamptz NOT NULL DEFAULT now(),
        year integer NOT NULL,
        days jsonb NOT NULL DEFAULT '[]',
        CONSTRAINT bank_holiday_years_pk PRIMARY KEY (id)
      )`);
    await queryRunner.query(
      `CREATE UNIQUE INDEX bank_holiday_years_year_unique ON bank_holiday_years (year)`,
    );
    await auditTable(queryRunner, { table: 'school_years', key: 'id', school: '' });
    await auditTable(queryRunner, { table: 'bank_holiday_years', key: 'id', school: '' });

    await queryRunner.query(`CREATE INDEX visits_planned_idx ON visits (scheduled_on, visitor_id)
        WHERE status IN ('scheduled', 'confirmed')`);
    await queryRunner.query(`CREATE INDEX schools_place_idx ON schools
        USING gist (point(easting, northing)) WHERE in_scope`);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`DROP INDEX schools_place_idx`);
    await queryRunner.query(`DROP INDEX visits_planned_idx`);
    await queryRunner.query(`DROP TABLE bank_holiday_years, school_years, visit_events`);
    await queryRunner.query(`DROP FUNCTION visit_events_refuse`);
  }
}
