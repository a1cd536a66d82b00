import type { MigrationInterface, QueryRunner } from 'typeorm';
import { auditTable } from './audit-table';

/**
 * Files of visits are checked, put right and then written: how each was read, every day of it, what
 * people decided about single rows, and the names the hub has for schools and people.
 */
export class AddVisitReadings1795417000000 implements MigrationInterface {
  name = 'AddVisitReadings1795417000000';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`CREATE TABLE import_readings (
        import_id uuid NOT NULL,
        reading jsonb NOT NULL,
        current boolean NOT NULL,
        CONSTRAINT import_readings_pk PRIMARY KEY (import_id),
        CONSTRAINT import_readings_import_id_fk FOREIGN KEY (import_id)
          REFERENCES imports(id) ON DELETE CASCADE
      )`);
    await queryRunner.query(`CREATE TABLE import_rows (
        import_id uuid NOT NULL,
        row_key text NOT NULL,
        position integer NOT NULL,
        sheet_index integer NOT NULL,
        line integer NOT NULL,
        column_name text NOT NULL,
        cells jsonb NOT NULL,
        day_as_written text NOT NULL,
        day_in_file date,
        visited_on date,
        said jsonb NOT NULL,
        faults jsonb NOT NULL,
        school_id uuid,
        school_found_by text,
        candidates jsonb NOT NULL,
        visitor_id uuid,
        visitor_name text,
        ready boolean NOT NULL,
        outcome text,
        reason text,
        reason_column text,
        reason_value text,
        handed_back_for text,
        question_key text,
        visit_id uuid,
        visit_version integer,
        changes jsonb NOT NULL DEFAULT '[]',
        CONSTRAINT import_rows_pk PRIMARY KEY (import_id, row_key),
        CONSTRAINT import_rows_import_id_fk FOREIGN KEY (import_id)
          REFERENCES imports(id) ON DELETE CASCADE,
        CONSTRAINT import_rows_outcome_check CHECK (outcome IN
          ('new', 'completes', 'identical', 'changed', 'handed_back', 'skipped')),
        CONSTRAINT import_rows_reason_check
          CHECK ((outcome = 'handed_back') = (handed_back_for IS NOT NULL))
      )`);
    await queryRunner.query(
      `CREATE INDEX import_rows_position_idx ON import_rows (import_id, position)`,
    );
    await queryRunner.query(
      `CREATE INDEX import_rows_outcome_idx ON import_rows (import_id, outcome, position)`,
    );
    await queryRunner.query(
      `CREATE INDEX import_rows_school_idx ON import_rows (import_id, school_id)`,
    );
    await queryRunner.query(`CREATE TABLE import_row_decisions (
        id uuid NOT NULL DEFAULT gen_random_uuid(),
        import_id uuid NOT NULL,
        row_key text NOT NULL,
        decision jsonb NOT NULL,
        decided_by_id uuid,
        decided_at timestamptz NOT NULL DEFAULT now(),
        CONSTRAINT import_row_decisions_pk PRIMARY KEY (id),
        CONSTRAINT import_row_decisions_import_id_fk FOREIGN KEY (import_id)
          REFERENCES imports(id) ON DELETE CASCADE,
        CONSTRAINT import_row_decisions_decided_by_id_fk FOREIGN KEY (decided_by_id)
          REFERENCES users(id) ON DELETE SET NULL
      )`);
    await queryRunner.query(`CREATE UNIQUE INDEX import_row_decisions_row_unique
        ON import_row_decisions (import_id, row_key)`);
    await queryRunner.query(`CREATE TABLE known_names (
        id uuid NOT NULL DEFAULT gen_random_uuid(),
        version integer NOT NULL DEFAULT 1,
        created_at timestamptz NOT NULL DEFAULT now(),
        updated_at timestamptz NOT NULL DEFAULT now(),
        kind text NOT NULL,
        key text NOT NULL,
        name text NOT NULL,
        school_id uuid,
        user_id uuid,
        remembered_by_id uuid,
        CONSTRAINT known_names_pk PRIMARY KEY (id),
        CONSTRAINT known_names_kind_check CHECK (kind IN ('school', 'visitor')),
        CONSTRAINT known_names_meant_check CHECK ((kind = 'school') = (school_id IS NOT NULL)
          AND (kind = 'visitor') = (user_id IS NOT NULL)),
        CONSTRAINT known_names_school_id_fk FOREIGN KEY (school_id)
          REFERENCES schools(id) ON DELETE CASCADE,
        CONSTRAINT known_names_user_id_fk FOREIGN KEY (user_id)
          REFERENCES users(id) ON DELETE CASCADE,
        CONSTRAINT known_names_remembered_by_id_fk FOREIGN KEY (remembered_by_id)
          REFERENCES users(id) ON DELETE SET NULL
      )`);
    await queryRunner.query(
      `CREATE UNIQUE INDEX known_names_key_unique ON known_names (kind, key)`,
    );
    await queryRunner.query(`CREATE INDEX known_names_school_id_idx ON known_names (school_id)`);
    await queryRunner.query(`CREATE VIEW rejected_rows AS
        SELECT import_id, seq, line, column_name, value, message, cells, NULL::integer AS sheet_index
        FROM import_rejections
        UNION ALL
        SELECT import_id, position, line, coalesce(reason_column, ''),
          coalesce(reason_value, ''), reason, cells,
          sheet_index
        FROM import_rows WHERE outcome = 'handed_back'`);
    await auditTable(queryRunner, { table: 'known_names', key: 'id', school: '' });
    await auditTable(queryRunner, { table: 'import_row_decisions', key: 'id', school: '' });
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`DROP VIEW rejected_rows`);
    await queryRunner.query(
      `DROP TABLE known_names, import_row_decisions, import_rows, import_readings`,
    );
  }
}
