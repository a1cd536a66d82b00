import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Ways of joining that read a whole table. */
const READING_ALL = ['enable_seqscan', 'enable_hashjoin', 'enable_mergejoin'];

/**
 * Sealing looks up the few entries of its own transaction, whatever the trail's length. A connection
 * that first seals when the trail is short keeps that day's plan, which reads the whole trail at each
 * entry, and does so while every other writer waits for the lock.
 */
export class SealByIndex1795409000000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    const settings = READING_ALL.map((name) => `SET ${name} = off`).join(' ');
    await queryRunner.query(`ALTER FUNCTION audit_seal() ${settings}`);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    const settings = READING_ALL.map((name) => `RESET ${name}`).join(' ');
    await queryRunner.query(`ALTER FUNCTION audit_seal() ${settings}`);
  }
}
