import type { MigrationInterface, QueryRunner } from 'typeorm';

/** An action keeps who closed it and when, and may become a visit. */
export class AddActionLife1795405000000 implements MigrationInterface {
  name = 'AddActionLife1795405000000';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`ALTER TABLE follow_up_actions
        ADD became_visit_id uuid,
        ADD closed_at timestamptz,
        ADD closed_by_id uuid,
        ADD CONSTRAINT follow_up_actions_closed_check
          CHECK (closed_at IS NULL OR status IN ('done', 'dropped')),
        ADD CONSTRAINT follow_up_actions_became_visit_id_fk
          FOREIGN KEY (became_visit_id) REFERENCES visits(id),
        ADD CONSTRAINT follow_up_actions_closed_by_id_fk
          FOREIGN KEY (closed_by_id) REFERENCES users(id)`);
    await queryRunner.query(`CREATE UNIQUE INDEX follow_up_actions_became_visit_unique
        ON follow_up_actions (became_visit_id)`);
    // The lists in their order: all, those still to be done, and those of one person.
    await queryRunner.query(
      `CREATE INDEX follow_up_actions_order_idx ON follow_up_actions (due_on, id)`,
    );
    await queryRunner.query(`CREATE INDEX follow_up_actions_open_idx
        ON follow_up_actions (due_on, id) WHERE status IN ('open', 'in_progress')`);
    await queryRunner.query(`CREATE INDEX follow_up_actions_owner_open_idx
        ON follow_up_actions (owner_id, due_on) WHERE status IN ('open', 'in_progress')`);
    await queryRunner.query(`CREATE INDEX follow_up_actions_title_idx ON follow_up_actions
        USING gin (lower(title) gin_trgm_ops)`);
    await queryRunner.query('DROP INDEX follow_up_actions_due_on_idx');
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(
      'CREATE INDEX follow_up_actions_due_on_idx ON follow_up_actions (due_on)',
    );
    await queryRunner.query(`DROP INDEX follow_up_actions_order_idx, follow_up_actions_open_idx,
        follow_up_actions_owner_open_idx, follow_up_actions_title_idx`);
    await queryRunner.query(`ALTER TABLE follow_up_actions
        DROP CONSTRAINT follow_up_actions_closed_check,
        DROP COLUMN became_visit_id, DROP COLUMN closed_at, DROP COLUMN closed_by_id`);
  }
}
