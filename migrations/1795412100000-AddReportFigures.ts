import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What a report says is kept when it is asked for: however often it is begun, it says the same. */
export class AddReportFigures1795412100000 implements MigrationInterface {
  name = 'AddReportFigures1795412100000';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`CREATE TABLE report_figures (
        report_id uuid NOT NULL,
        figures jsonb NOT NULL,
        CONSTRAINT report_figures_pk PRIMARY KEY (report_id),
        CONSTRAINT report_figures_report_id_fk FOREIGN KEY (report_id) REFERENCES reports(id) ON DELETE CASCADE
      )`);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('DROP TABLE report_figures');
  }
}
