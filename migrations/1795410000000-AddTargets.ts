import type { MigrationInterface, QueryRunner } from 'typeorm';
import { auditTable } from './audit-table';

/** What an academic year aims at, and every change of it. */
export class AddTargets1795410000000 implements MigrationInterface {
  name = 'AddTargets1795410000000';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`CREATE TABLE targets (
        id uuid NOT NULL DEFAULT gen_random_uuid(),
        version integer NOT NULL DEFAULT 1,
        created_at timestamptz NOT NULL DEFAULT now(),
        updated_at timestamptz NOT NULL DEFAULT now(),
        academic_year text NOT NULL,
        visits integer NOT NULL,
        surveys integer NOT NULL,
        regions jsonb NOT NULL DEFAULT '[]',
        CONSTRAINT targets_academic_year_check CHECK (academic_year ~ '^[0-9]{4}-[0-9]{2}$'),
        CONSTRAINT targets_visits_check CHECK (visits >= 0),
        CONSTRAINT targets_surveys_check CHECK (surveys >= 0),
        CONSTRAINT targets_pk PRIMARY KEY (id)
      )`);
    await queryRunner.query(
      `CREATE UNIQUE INDEX targets_academic_year_unique ON targets (academic_year)`,
    );
    await queryRunner.query(`CREATE TABLE target_changes (
        id uuid NOT NULL DEFAULT gen_random_uuid(),
        target_id uuid NOT NULL,
        at timestamptz NOT NULL DEFAULT clock_timestamp(),
        by_id uuid,
        visits integer NOT NULL,
        surveys integer NOT NULL,
        regions jsonb NOT NULL,
        CONSTRAINT target_changes_pk PRIMARY KEY (id),
        CONSTRAINT target_changes_target_id_fk FOREIGN KEY (target_id) REFERENCES targets(id) ON DELETE CASCADE,
        CONSTRAINT target_changes_by_id_fk FOREIGN KEY (by_id) REFERENCES users(id)
      )`);
    await queryRunner.query(
      `CREATE INDEX target_changes_target_id_idx ON target_changes (target_id, at)`,
    );
    await auditTable(queryRunner, { table: 'targets', key: 'id', school: '' });
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('DROP TABLE target_changes, targets');
  }
}
