import type { MigrationInterface, QueryRunner } from 'typeorm';
import { auditTable } from './audit-table';

/** What schools want to do next gets the labels that texts of the survey get. */
export class LabelPriorities1796360000000 implements MigrationInterface {
  name = 'LabelPriorities1796360000000';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`CREATE TABLE tagged_priorities (
        id uuid NOT NULL DEFAULT gen_random_uuid(),
        document_id uuid NOT NULL,
        text text NOT NULL,
        tag_id uuid NOT NULL,
        school_id uuid NOT NULL,
        created_at timestamptz NOT NULL DEFAULT now(),
        created_by_id uuid,
        CONSTRAINT tagged_priorities_pk PRIMARY KEY (id),
        CONSTRAINT tagged_priorities_document_id_fk
          FOREIGN KEY (document_id) REFERENCES plan_documents(id) ON DELETE CASCADE,
        CONSTRAINT tagged_priorities_tag_id_fk FOREIGN KEY (tag_id) REFERENCES answer_tags(id),
        CONSTRAINT tagged_priorities_school_id_fk FOREIGN KEY (school_id) REFERENCES schools(id),
        CONSTRAINT tagged_priorities_created_by_id_fk FOREIGN KEY (created_by_id) REFERENCES users(id)
      )`);
    await queryRunner.query(
      `CREATE UNIQUE INDEX tagged_priorities_tag_unique ON tagged_priorities (document_id, md5(text), tag_id)`,
    );
    await queryRunner.query(
      `CREATE INDEX tagged_priorities_tag_id_idx ON tagged_priorities (tag_id)`,
    );
    await queryRunner.query(
      `CREATE INDEX tagged_priorities_school_id_idx ON tagged_priorities (school_id)`,
    );
    await auditTable(queryRunner, { table: 'tagged_priorities', key: 'id', school: 'school_id' });
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`DROP TABLE tagged_priorities`);
    await queryRunner.query(
      `DELETE FROM answer_tags t WHERE NOT EXISTS (SELECT FROM tagged_answers g WHERE g.tag_id = t.id)`,
    );
  }
}
