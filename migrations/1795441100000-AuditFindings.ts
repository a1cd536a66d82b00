import type { MigrationInterface, QueryRunner } from 'typeorm';
import { define, recordChanges } from './1795400000000-SpeedUpAuditTrail';

/** What is decided about a school that a register no longer has stands in the audit trail, kept or closed. */
export class AuditFindings1795441100000 implements MigrationInterface {
  name = 'AuditFindings1795441100000';

  async up(queryRunner: QueryRunner): Promise<void> {
    const byUrn = (r: string) =>
      `WHEN 'urn' THEN (SELECT s.id FROM schools s WHERE s.urn = (${r} ->> 'urn')::integer)`;
    await define(queryRunner, recordChanges(byUrn));
    // What the import itself finds is on its page: only a decision changes a row.
    await queryRunner.query(`CREATE TRIGGER import_findings_audit_update
        AFTER UPDATE ON import_findings REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows
        FOR EACH STATEMENT EXECUTE FUNCTION audit_changes('id', 'urn', 'before')`);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`DROP TRIGGER import_findings_audit_update ON import_findings`);
    await define(queryRunner, recordChanges());
  }
}
