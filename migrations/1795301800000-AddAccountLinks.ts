import type { MigrationInterface, QueryRunner } from 'typeorm';

/** People are invited before they have a password, and choose it from a link that works once. */
export class AddAccountLinks1795301800000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`ALTER TABLE users ALTER COLUMN password_hash DROP NOT NULL`);
    await queryRunner.query(`ALTER TABLE sessions ADD user_agent text`);
    await queryRunner.query(`CREATE TABLE account_links (
        id uuid NOT NULL DEFAULT gen_random_uuid(),
        token_hash bytea NOT NULL,
        purpose text NOT NULL,
        user_id uuid,
        created_at timestamptz NOT NULL DEFAULT now(),
        expires_at timestamptz NOT NULL,
        used_at timestamptz,
        CONSTRAINT account_links_purpose_check CHECK (purpose IN ('invitation', 'reset', 'first_admin')),
        CONSTRAINT account_links_user_check CHECK ((purpose = 'first_admin') = (user_id IS NULL)),
        CONSTRAINT account_links_pk PRIMARY KEY (id),
        CONSTRAINT account_links_user_id_fk FOREIGN KEY (user_id) REFERENCES users(id) ON DELETE CASCADE
      )`);
    await queryRunner.query(
      `CREATE UNIQUE INDEX account_links_token_hash_unique ON account_links (token_hash)`,
    );
    await queryRunner.query(`CREATE INDEX account_links_user_id_idx ON account_links (user_id)`);
  }

  /** Whoever has not chosen a password yet gets one that nobody can type. */
  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`DROP TABLE account_links`);
    await queryRunner.query(`ALTER TABLE sessions DROP user_agent`);
    await queryRunner.query(`UPDATE users SET password_hash = '' WHERE password_hash IS NULL`);
    await queryRunner.query(`ALTER TABLE users ALTER COLUMN password_hash SET NOT NULL`);
  }
}
