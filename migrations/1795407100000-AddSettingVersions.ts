import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Two people who change one setting: the second is told. */
export class AddSettingVersions1795407100000 implements MigrationInterface {
  name = 'AddSettingVersions1795407100000';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('ALTER TABLE settings ADD version integer NOT NULL DEFAULT 1');
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('ALTER TABLE settings DROP COLUMN version');
  }
}
