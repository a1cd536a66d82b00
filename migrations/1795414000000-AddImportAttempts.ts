import type { MigrationInterface, QueryRunner } from 'typeorm';
import { auditTable } from './audit-table';

/** How often an import or a ranking was begun: one that takes its worker down is not begun for ever. */
export class AddImportAttempts1795414000000 implements MigrationInterface {
  name = 'AddImportAttempts1795414000000';

  async up(queryRunner: QueryRunner): Promise<void> {
    for (const table of ['imports', 'priority_refreshes']) {
      await queryRunner.query(`ALTER TABLE ${table} ADD attempts integer NOT NULL DEFAULT 0`);
    }
    await passOver(queryRunner, 'progress,stored_as,attempts');
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await passOver(queryRunner, 'progress,stored_as');
    for (const table of ['imports', 'priority_refreshes']) {
      await queryRunner.query(`ALTER TABLE ${table} DROP COLUMN attempts`);
    }
  }
}

async function passOver(queryRunner: QueryRunner, passedOver: string): Promise<void> {
  for (const event of ['insert', 'update', 'delete', 'truncate']) {
    await queryRunner.query(`DROP TRIGGER imports_audit_${event} ON imports`);
  }
  await auditTable(queryRunner, { table: 'imports', key: 'id', school: '', passedOver });
}
