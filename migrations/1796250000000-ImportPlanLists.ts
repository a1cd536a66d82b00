import type { MigrationInterface, QueryRunner } from 'typeorm';

const KINDS = ['schools', 'school-links', 'school-census', 'visits'];

const taking = (kinds: readonly string[]) => `
  ALTER TABLE imports DROP CONSTRAINT imports_kind_check,
    ADD CONSTRAINT imports_kind_check CHECK (kind IN (${kinds.map((kind) => `'${kind}'`).join(', ')}))`;

/** Lists of plans come in as imports. */
export class ImportPlanLists1796250000000 implements MigrationInterface {
  name = 'ImportPlanLists1796250000000';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(taking([...KINDS, 'plans']));
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`DELETE FROM imports WHERE kind = 'plans'`);
    await queryRunner.query(taking(KINDS));
  }
}
