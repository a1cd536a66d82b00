import type { MigrationInterface, QueryRunner } from 'typeorm';
import { auditTable } from './audit-table';

const RECORD = `
    id uuid NOT NULL DEFAULT gen_random_uuid(),
    version integer NOT NULL DEFAULT '1',
    created_at timestamptz NOT NULL DEFAULT now(),
    updated_at timestamptz NOT NULL DEFAULT now()`;

const TABLES = [
  `CREATE TABLE visitor_capacities (${RECORD},
    user_id uuid NOT NULL,
    per_day integer NOT NULL,
    per_week integer NOT NULL,
    per_half_term integer NOT NULL,
    weekdays integer[] NOT NULL,
    starts_from text,
    easting integer,
    northing integer,
    CONSTRAINT visitor_capacities_start_check CHECK (
      (starts_from IS NULL) = (easting IS NULL) AND (easting IS NULL) = (northing IS NULL)),
    CONSTRAINT visitor_capacities_pk PRIMARY KEY (id),
    CONSTRAINT visitor_capacities_user_id_fk FOREIGN KEY (user_id) REFERENCES users(id)
  )`,
  `CREATE UNIQUE INDEX visitor_capacities_user_id_unique ON visitor_capacities (user_id)`,
  `CREATE TABLE visitor_absences (${RECORD},
    user_id uuid NOT NULL,
    from_day date NOT NULL,
    to_day date NOT NULL,
    CONSTRAINT visitor_absences_days_check CHECK (from_day <= to_day),
    CONSTRAINT visitor_absences_pk PRIMARY KEY (id),
    CONSTRAINT visitor_absences_user_id_fk FOREIGN KEY (user_id) REFERENCES users(id)
  )`,
  `CREATE INDEX visitor_absences_user_idx ON visitor_absences (user_id, to_day)`,
  `CREATE INDEX visitor_absences_days_idx ON visitor_absences (from_day DESC, id)`,
  `CREATE TABLE planning_windows (${RECORD},
    academic_year text NOT NULL,
    windows jsonb NOT NULL DEFAULT '[]',
    CONSTRAINT planning_windows_year_check CHECK (academic_year ~ '^[0-9]{4}-[0-9]{2}$'),
    CONSTRAINT planning_windows_pk PRIMARY KEY (id)
  )`,
  `CREATE UNIQUE INDEX planning_windows_year_unique ON planning_windows (academic_year)`,
  `CREATE TABLE school_availability (${RECORD},
    school_id uuid NOT NULL,
    never_weekdays integer[] NOT NULL,
    wished_weekdays integer[] NOT NULL,
    note text,
    said_on date NOT NULL,
    said_to_id uuid NOT NULL,
    CONSTRAINT school_availability_pk PRIMARY KEY (id),
    CONSTRAINT school_availability_school_id_fk FOREIGN KEY (school_id) REFERENCES schools(id),
    CONSTRAINT school_availability_said_to_id_fk FOREIGN KEY (said_to_id) REFERENCES users(id)
  )`,
  `CREATE UNIQUE INDEX school_availability_school_id_unique ON school_availability (school_id)`,
  `CREATE TABLE school_unavailable_days (
    id uuid NOT NULL DEFAULT gen_random_uuid(),
    school_id uuid NOT NULL,
    from_day date NOT NULL,
    to_day date NOT NULL,
    why text NOT NULL,
    CONSTRAINT school_unavailable_days_days_check CHECK (from_day <= to_day),
    CONSTRAINT school_unavailable_days_pk PRIMARY KEY (id),
    CONSTRAINT school_unavailable_days_school_id_fk FOREIGN KEY (school_id) REFERENCES schools(id)
  )`,
  `CREATE INDEX school_unavailable_days_school_idx ON school_unavailable_days (school_id, to_day)`,
];

/** What visitors can take, when they are away, windows of a year, and what schools say of their days. */
export class KnowCapacities1796300000000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    for (const statement of TABLES) await queryRunner.query(statement);
    await auditTable(queryRunner, { table: 'visitor_capacities', key: 'id', school: '' });
    await auditTable(queryRunner, { table: 'visitor_absences', key: 'id', school: '' });
    await auditTable(queryRunner, { table: 'planning_windows', key: 'id', school: '' });
    await auditTable(queryRunner, { table: 'school_availability', key: 'id', school: 'school_id' });
    await auditTable(queryRunner, {
      ...{ table: 'school_unavailable_days', key: 'id', school: 'school_id' },
    });
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(
      `DROP TABLE school_unavailable_days, school_availability, planning_windows, visitor_absences,
        visitor_capacities`,
    );
  }
}
