import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Filters, columns and theme follow a person from device to device. */
export class AddUserPreferences1795419000000 implements MigrationInterface {
  name = 'AddUserPreferences1795419000000';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`CREATE TABLE user_preferences (
        user_id uuid NOT NULL,
        name text NOT NULL,
        value jsonb NOT NULL,
        updated_at timestamptz NOT NULL DEFAULT now(),
        CONSTRAINT user_preferences_pkey PRIMARY KEY (user_id, name),
        CONSTRAINT user_preferences_user_id_fkey FOREIGN KEY (user_id)
          REFERENCES users (id) ON DELETE CASCADE)`);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('DROP TABLE user_preferences');
  }
}
