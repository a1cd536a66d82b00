import type { MigrationInterface, QueryRunner } from 'typeorm';
import { auditTable } from './audit-table';

/** Labels that people give to what schools wrote, so that texts can be counted. */
export class AddAnswerTags1795411000000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`CREATE TABLE answer_tags (
        id uuid NOT NULL DEFAULT gen_random_uuid(),
        label text NOT NULL,
        created_at timestamptz NOT NULL DEFAULT now(),
        created_by_id uuid,
        CONSTRAINT answer_tags_label_check CHECK (label ~ '\\S' AND length(label) <= 60),
        CONSTRAINT answer_tags_pk PRIMARY KEY (id),
        CONSTRAINT answer_tags_created_by_id_fk FOREIGN KEY (created_by_id) REFERENCES users(id)
      )`);
    await queryRunner.query(
      `CREATE UNIQUE INDEX answer_tags_label_unique ON answer_tags (lower(label))`,
    );
    await queryRunner.query(`CREATE TABLE tagged_answers (
        id uuid NOT NULL DEFAULT gen_random_uuid(),
        response_id uuid NOT NULL,
        question_key text NOT NULL,
        tag_id uuid NOT NULL,
        school_id uuid NOT NULL,
        created_at timestamptz NOT NULL DEFAULT now(),
        created_by_id uuid,
        CONSTRAINT tagged_answers_pk PRIMARY KEY (id),
        CONSTRAINT tagged_answers_response_id_question_key_fk
          FOREIGN KEY (response_id, question_key)
          REFERENCES survey_answers(response_id, question_key) ON DELETE CASCADE,
        CONSTRAINT tagged_answers_tag_id_fk FOREIGN KEY (tag_id) REFERENCES answer_tags(id),
        CONSTRAINT tagged_answers_school_id_fk FOREIGN KEY (school_id) REFERENCES schools(id),
        CONSTRAINT tagged_answers_created_by_id_fk FOREIGN KEY (created_by_id) REFERENCES users(id)
      )`);
    await queryRunner.query(
      `CREATE UNIQUE INDEX tagged_answers_tag_unique ON tagged_answers (response_id, question_key, tag_id)`,
    );
    await queryRunner.query(`CREATE INDEX tagged_answers_tag_id_idx ON tagged_answers (tag_id)`);
    await auditTable(queryRunner, { table: 'answer_tags', key: 'id', school: '' });
    await auditTable(queryRunner, { table: 'tagged_answers', key: 'id', school: 'school_id' });
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`DROP TABLE tagged_answers, answer_tags`);
  }
}
