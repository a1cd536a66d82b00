import type { MigrationInterface, QueryRunner } from 'typeorm';
import { type AuditedTable, auditTable } from './audit-table';

const RECORD = `
        id uuid NOT NULL DEFAULT gen_random_uuid(),
        version integer NOT NULL DEFAULT 1,
        created_at timestamptz NOT NULL DEFAULT now(),
        updated_at timestamptz NOT NULL DEFAULT now()`;

const TABLES = [
  `CREATE TABLE surveys (${RECORD},
        created_by_id uuid,
        CONSTRAINT surveys_pk PRIMARY KEY (id),
        CONSTRAINT surveys_created_by_id_fk FOREIGN KEY (created_by_id) REFERENCES users(id)
      )`,
  `CREATE TABLE survey_versions (${RECORD},
        survey_id uuid NOT NULL,
        number integer NOT NULL,
        title text NOT NULL,
        intro text,
        questions jsonb NOT NULL,
        published_at timestamptz,
        published_by_id uuid,
        CONSTRAINT survey_versions_number_check CHECK (number > 0),
        CONSTRAINT survey_versions_pk PRIMARY KEY (id),
        CONSTRAINT survey_versions_survey_id_fk FOREIGN KEY (survey_id) REFERENCES surveys(id) ON DELETE CASCADE,
        CONSTRAINT survey_versions_published_by_id_fk FOREIGN KEY (published_by_id) REFERENCES users(id)
      )`,
  `CREATE TABLE survey_responses (${RECORD},
        school_id uuid NOT NULL,
        survey_version_id uuid NOT NULL,
        source text NOT NULL,
        visit_id uuid,
        answered_on date NOT NULL,
        submitted_at timestamptz,
        filled_in_by text,
        entered_by_id uuid,
        confirmed_by_visit_id uuid,
        CONSTRAINT survey_responses_source_check CHECK (source IN ('visit', 'school')),
        CONSTRAINT survey_responses_visit_check CHECK ((source = 'visit') = (visit_id IS NOT NULL)),
        CONSTRAINT survey_responses_pk PRIMARY KEY (id),
        CONSTRAINT survey_responses_school_id_fk FOREIGN KEY (school_id) REFERENCES schools(id),
        CONSTRAINT survey_responses_survey_version_id_fk FOREIGN KEY (survey_version_id) REFERENCES survey_versions(id),
        CONSTRAINT survey_responses_visit_id_fk FOREIGN KEY (visit_id) REFERENCES visits(id) ON DELETE CASCADE,
        CONSTRAINT survey_responses_entered_by_id_fk FOREIGN KEY (entered_by_id) REFERENCES users(id),
        CONSTRAINT survey_responses_confirmed_by_visit_id_fk FOREIGN KEY (confirmed_by_visit_id) REFERENCES visits(id) ON DELETE SET NULL
      )`,
  `CREATE TABLE survey_answers (
        response_id uuid NOT NULL,
        question_key text NOT NULL,
        school_id uuid NOT NULL,
        value jsonb NOT NULL,
        CONSTRAINT survey_answers_pk PRIMARY KEY (response_id, question_key),
        CONSTRAINT survey_answers_response_id_fk FOREIGN KEY (response_id) REFERENCES survey_responses(id) ON DELETE CASCADE,
        CONSTRAINT survey_answers_school_id_fk FOREIGN KEY (school_id) REFERENCES schools(id)
      )`,
  `CREATE TABLE survey_links (
        id uuid NOT NULL DEFAULT gen_random_uuid(),
        token_hash bytea NOT NULL,
        school_id uuid NOT NULL,
        expires_on date NOT NULL,
        created_at timestamptz NOT NULL DEFAULT now(),
        created_by_id uuid,
        revoked_at timestamptz,
        response_id uuid,
        CONSTRAINT survey_links_pk PRIMARY KEY (id),
        CONSTRAINT survey_links_school_id_fk FOREIGN KEY (school_id) REFERENCES schools(id),
        CONSTRAINT survey_links_created_by_id_fk FOREIGN KEY (created_by_id) REFERENCES users(id),
        CONSTRAINT survey_links_response_id_fk FOREIGN KEY (response_id) REFERENCES survey_responses(id) ON DELETE SET NULL
      )`,
];

const INDEXES = [
  `CREATE UNIQUE INDEX survey_versions_number_unique ON survey_versions (survey_id, number)`,
  `CREATE UNIQUE INDEX survey_versions_draft_unique ON survey_versions (survey_id) WHERE published_at IS NULL`,
  `CREATE INDEX survey_versions_published_at_idx ON survey_versions (published_at DESC) WHERE published_at IS NOT NULL`,
  `CREATE INDEX survey_responses_school_idx ON survey_responses (school_id, answered_on)`,
  `CREATE UNIQUE INDEX survey_responses_school_draft_unique ON survey_responses (school_id)
     WHERE source = 'school' AND submitted_at IS NULL`,
  `CREATE INDEX survey_responses_survey_version_id_idx ON survey_responses (survey_version_id)`,
  `CREATE UNIQUE INDEX survey_responses_visit_id_unique ON survey_responses (visit_id)`,
  `CREATE INDEX survey_responses_answered_on_idx ON survey_responses (answered_on)`,
  `CREATE INDEX survey_responses_confirmed_by_visit_id_idx ON survey_responses (confirmed_by_visit_id)`,
  `CREATE INDEX survey_answers_question_key_idx ON survey_answers (question_key, response_id)`,
  `CREATE UNIQUE INDEX survey_links_token_hash_unique ON survey_links (token_hash)`,
  `CREATE INDEX survey_links_school_id_idx ON survey_links (school_id)`,
  `CREATE INDEX survey_links_response_id_idx ON survey_links (response_id)`,
  `CREATE UNIQUE INDEX survey_links_open_unique ON survey_links (school_id)
     WHERE revoked_at IS NULL AND response_id IS NULL`,
];

/** Answers of several years rest on what was asked: not even by hand does a published version change. */
const KEEP_PUBLISHED = `
  CREATE FUNCTION survey_version_keep() RETURNS trigger LANGUAGE plpgsql AS $$
  BEGIN
    RAISE EXCEPTION 'A published version of a survey never changes.' USING ERRCODE = '42501';
  END $$`;

const AUDITED: AuditedTable[] = [
  { table: 'surveys', key: 'id', school: '' },
  { table: 'survey_versions', key: 'id', school: '' },
  { table: 'survey_responses', key: 'id', school: 'school_id' },
  { table: 'survey_answers', key: 'response_id,question_key', school: 'school_id' },
  { table: 'survey_links', key: 'id', school: 'school_id', passedOver: 'token_hash' },
];

/** The Have Your Say survey: its versions, the answers one row each, and links for schools. */
export class AddSurveys1795402000000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    for (const sql of [...TABLES, ...INDEXES, KEEP_PUBLISHED]) await queryRunner.query(sql);
    await queryRunner.query(`CREATE TRIGGER survey_versions_keep BEFORE UPDATE OR DELETE ON survey_versions
        FOR EACH ROW WHEN (OLD.published_at IS NOT NULL) EXECUTE FUNCTION survey_version_keep()`);
    for (const audited of AUDITED) await auditTable(queryRunner, audited);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(
      `DROP TABLE survey_links, survey_answers, survey_responses, survey_versions, surveys`,
    );
    await queryRunner.query(`DROP FUNCTION survey_version_keep`);
  }
}
