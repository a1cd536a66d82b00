import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Published calendars, and the days on which somebody is busy by theirs. Neither is in the audit trail. */
export class ReadBusyCalendars1796383000000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`CREATE TABLE busy_calendars (
      user_id uuid NOT NULL,
      address text NOT NULL,
      asked_at timestamptz,
      read_at timestamptz,
      problem text,
      CONSTRAINT busy_calendars_pk PRIMARY KEY (user_id),
      CONSTRAINT busy_calendars_user_id_fk FOREIGN KEY (user_id) REFERENCES users(id) ON DELETE CASCADE
    )`);
    await queryRunner.query(`CREATE TABLE busy_days (
      user_id uuid NOT NULL,
      day date NOT NULL,
      CONSTRAINT busy_days_pk PRIMARY KEY (user_id, day),
      CONSTRAINT busy_days_user_id_fk FOREIGN KEY (user_id) REFERENCES busy_calendars(user_id)
        ON DELETE CASCADE
    )`);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('DROP TABLE busy_days, busy_calendars');
  }
}
