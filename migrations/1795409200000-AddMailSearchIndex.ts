import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A part of a word is looked up among all mails ever written. */
export class AddMailSearchIndex1795409200000 implements MigrationInterface {
  name = 'AddMailSearchIndex1795409200000';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`CREATE FUNCTION mail_search_text(subject text, to_name text, to_address text) RETURNS text
        LANGUAGE sql IMMUTABLE PARALLEL SAFE
        RETURN lower(subject || ' ' || coalesce(to_name, '') || ' ' || coalesce(to_address, ''))`);
    await queryRunner.query(`CREATE INDEX mails_search_idx ON mails
        USING gin (mail_search_text(subject, to_name, to_address) gin_trgm_ops)`);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('DROP INDEX mails_search_idx');
    await queryRunner.query('DROP FUNCTION mail_search_text');
  }
}
