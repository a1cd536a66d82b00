import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Which devices have logs that are not on the tracker yet, as each was last heard to say. */
export class AddDeviceReports1795434000000 implements MigrationInterface {
  name = 'AddDeviceReports1795434000000';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`CREATE TABLE device_reports (
        user_id uuid NOT NULL,
        device_id uuid NOT NULL,
        label text NOT NULL,
        waiting integer NOT NULL,
        attention integer NOT NULL,
        drafts integer NOT NULL,
        oldest_finished_at timestamptz,
        heard_at timestamptz NOT NULL DEFAULT now(),
        CONSTRAINT device_reports_pk PRIMARY KEY (user_id, device_id),
        CONSTRAINT device_reports_user_id_fk FOREIGN KEY (user_id) REFERENCES users(id)
          ON DELETE CASCADE,
        CONSTRAINT device_reports_label_check CHECK (char_length(label) BETWEEN 1 AND 80),
        CONSTRAINT device_reports_counts_check CHECK (least(waiting, attention, drafts) >= 0
          AND greatest(waiting, attention, drafts) BETWEEN 1 AND 1000),
        CONSTRAINT device_reports_oldest_check
          CHECK ((waiting + attention > 0) = (oldest_finished_at IS NOT NULL)))`);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('DROP TABLE device_reports');
  }
}
