import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What a register contradicts, row by row, with what somebody decided; and in figures on the import. */
export class AddImportFindings1795416000000 implements MigrationInterface {
  name = 'AddImportFindings1795416000000';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`ALTER TABLE imports ADD COLUMN register jsonb`);
    await queryRunner.query(`CREATE TABLE import_findings (
        id uuid NOT NULL DEFAULT gen_random_uuid(),
        import_id uuid NOT NULL,
        seq integer NOT NULL,
        kind text NOT NULL,
        urn integer,
        name text NOT NULL,
        line integer,
        column_name text,
        value text,
        message text,
        successor_urn integer,
        recommended boolean NOT NULL DEFAULT false,
        decision text,
        decided_at timestamp with time zone,
        decided_by_id uuid,
        before jsonb,
        CONSTRAINT import_findings_pk PRIMARY KEY (id),
        CONSTRAINT import_findings_kind_check CHECK (kind IN ('not_listed', 'beside_successor', 'region_kept', 'value_left_out')),
        CONSTRAINT import_findings_decision_check CHECK (decision IN ('closed', 'kept')),
        CONSTRAINT import_findings_import_id_fk FOREIGN KEY (import_id) REFERENCES imports(id) ON DELETE CASCADE,
        CONSTRAINT import_findings_decided_by_id_fk FOREIGN KEY (decided_by_id) REFERENCES users(id) ON DELETE SET NULL
      )`);
    await queryRunner.query(
      `CREATE INDEX import_findings_import_idx ON import_findings (import_id, seq)`,
    );
    await queryRunner.query(
      `CREATE INDEX import_findings_closing_idx ON import_findings (urn)
        WHERE kind IN ('not_listed', 'beside_successor')`,
    );
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`DROP TABLE import_findings`);
    await queryRunner.query(`ALTER TABLE imports DROP COLUMN register`);
  }
}
