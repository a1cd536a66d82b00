import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What is done once a day, by whichever process looks first: Redis no longer has to remember it. */
export class AddClockwork1795421000000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE TABLE clockwork (
        task text NOT NULL,
        done_on date NOT NULL,
        done_at timestamptz NOT NULL DEFAULT now(),
        CONSTRAINT clockwork_pk PRIMARY KEY (task)
      )`);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('DROP TABLE clockwork');
  }
}
