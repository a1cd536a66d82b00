import type { MigrationInterface, QueryRunner } from 'typeorm';

const INDEXES = {
  schools_in_scope_idx: '(id) WHERE in_scope',
  schools_out_of_scope_idx: '(id) WHERE NOT in_scope',
  schools_closed_idx: `(establishment_type, id) WHERE status = 'closed'`,
};

/** How many schools are in scope, and which are not or are closed, is answered without their wide rows. */
export class AddScopeIndexes1795460500000 implements MigrationInterface {
  name = 'AddScopeIndexes1795460500000';

  async up(queryRunner: QueryRunner): Promise<void> {
    for (const [name, on] of Object.entries(INDEXES)) {
      await queryRunner.query(`CREATE INDEX ${name} ON schools ${on}`);
    }
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    for (const name of Object.keys(INDEXES)) await queryRunner.query(`DROP INDEX ${name}`);
  }
}
