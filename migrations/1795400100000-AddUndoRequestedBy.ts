import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who asked for an import to be taken back: the audit trail says so of what that changes. */
export class AddUndoRequestedBy1795400100000 implements MigrationInterface {
  name = 'AddUndoRequestedBy1795400100000';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`ALTER TABLE imports ADD undo_requested_by_id uuid
        CONSTRAINT imports_undo_requested_by_id_fk REFERENCES users (id) ON DELETE SET NULL`);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('ALTER TABLE imports DROP COLUMN undo_requested_by_id');
  }
}
