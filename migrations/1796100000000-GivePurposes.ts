import type { MigrationInterface, QueryRunner } from 'typeorm';

const PURPOSES = [
  ...['have_your_say', 'audit', 'training_feedback', 'self_assessment', 'observation'],
  ...['programme_review', 'first_access', 'partnership_review', 'inclusion_self_assessment'],
];

/** What was asked and answered before is Have Your Say, as it is from now on where nobody says otherwise. */
const COLUMNS = ['surveys', 'survey_versions', 'survey_responses', 'survey_links'].map(
  (table) => `ALTER TABLE ${table} ADD purpose text NOT NULL DEFAULT 'have_your_say'`,
);

// A version has its survey's purpose and a response its version's: the keys hold them to each other,
// so that one of a visit, a draft and a link by purpose are plain unique indexes.
const UP = [
  ...COLUMNS,
  `ALTER TABLE surveys ADD CONSTRAINT surveys_purpose_check
     CHECK (purpose IN (${PURPOSES.map((purpose) => `'${purpose}'`).join(', ')}))`,
  `CREATE UNIQUE INDEX surveys_purpose_unique ON surveys (id, purpose)`,
  `CREATE INDEX surveys_purpose_idx ON surveys (purpose, created_at)`,
  `CREATE UNIQUE INDEX survey_versions_purpose_unique ON survey_versions (id, purpose)`,
  `ALTER TABLE survey_versions DROP CONSTRAINT survey_versions_survey_id_fk,
     ADD CONSTRAINT survey_versions_survey_id_purpose_fk FOREIGN KEY (survey_id, purpose)
       REFERENCES surveys(id, purpose) ON DELETE CASCADE`,
  `DROP INDEX survey_versions_published_at_idx`,
  `CREATE INDEX survey_versions_published_at_idx ON survey_versions (purpose, published_at DESC)
     WHERE published_at IS NOT NULL`,
  `ALTER TABLE survey_responses ALTER school_id DROP NOT NULL,
     DROP CONSTRAINT survey_responses_survey_version_id_fk,
     ADD CONSTRAINT survey_responses_survey_version_id_purpose_fk
       FOREIGN KEY (survey_version_id, purpose) REFERENCES survey_versions(id, purpose),
     ADD CONSTRAINT survey_responses_school_check
       CHECK (school_id IS NOT NULL OR purpose = 'inclusion_self_assessment')`,
  `ALTER TABLE survey_answers ALTER school_id DROP NOT NULL`,
  `DROP INDEX survey_responses_visit_id_unique, survey_responses_school_draft_unique,
     survey_responses_answered_on_idx, survey_links_open_unique`,
  `CREATE UNIQUE INDEX survey_responses_visit_id_unique ON survey_responses (visit_id, purpose)`,
  `CREATE UNIQUE INDEX survey_responses_school_draft_unique ON survey_responses (school_id, purpose)
     WHERE source = 'school' AND submitted_at IS NULL`,
  `CREATE INDEX survey_responses_answered_on_idx ON survey_responses (answered_on, purpose)`,
  `CREATE UNIQUE INDEX survey_links_open_unique ON survey_links (school_id, purpose)
     WHERE revoked_at IS NULL AND response_id IS NULL`,
];

// An older version knows no other purpose: its forms and their answers would become surveys of visits.
const DOWN = [
  `DELETE FROM survey_links WHERE purpose <> 'have_your_say'`,
  `DELETE FROM survey_responses WHERE purpose <> 'have_your_say'`,
  `ALTER TABLE survey_versions DISABLE TRIGGER survey_versions_keep`,
  `DELETE FROM surveys WHERE purpose <> 'have_your_say'`,
  `ALTER TABLE survey_versions ENABLE TRIGGER survey_versions_keep`,
  `DROP INDEX survey_responses_visit_id_unique, survey_responses_school_draft_unique,
     survey_responses_answered_on_idx, survey_links_open_unique, survey_versions_published_at_idx`,
  `ALTER TABLE survey_responses ALTER school_id SET NOT NULL,
     DROP CONSTRAINT survey_responses_school_check,
     DROP CONSTRAINT survey_responses_survey_version_id_purpose_fk,
     ADD CONSTRAINT survey_responses_survey_version_id_fk
       FOREIGN KEY (survey_version_id) REFERENCES survey_versions(id)`,
  `ALTER TABLE survey_answers ALTER school_id SET NOT NULL`,
  `ALTER TABLE survey_versions DROP CONSTRAINT survey_versions_survey_id_purpose_fk,
     ADD CONSTRAINT survey_versions_survey_id_fk FOREIGN KEY (survey_id)
       REFERENCES surveys(id) ON DELETE CASCADE`,
  ...['survey_links', 'survey_responses', 'survey_versions', 'surveys'].map(
    (table) => `ALTER TABLE ${table} DROP purpose`,
  ),
  `CREATE INDEX survey_versions_published_at_idx ON survey_versions (published_at DESC)
     WHERE published_at IS NOT NULL`,
  `CREATE UNIQUE INDEX survey_responses_visit_id_unique ON survey_responses (visit_id)`,
  `CREATE UNIQUE INDEX survey_responses_school_draft_unique ON survey_responses (school_id)
     WHERE source = 'school' AND submitted_at IS NULL`,
  `CREATE INDEX survey_responses_answered_on_idx ON survey_responses (answered_on)`,
  `CREATE UNIQUE INDEX survey_links_open_unique ON survey_links (school_id)
     WHERE revoked_at IS NULL AND response_id IS NULL`,
];

/** Forms of many purposes: one response a visit, one draft and one open link a school of each. */
export class GivePurposes1796100000000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    for (const sql of UP) await queryRunner.query(sql);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    for (const sql of DOWN) await queryRunner.query(sql);
  }
}
