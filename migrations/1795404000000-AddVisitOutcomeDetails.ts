import type { MigrationInterface, QueryRunner } from 'typeorm';
import { auditTable } from './audit-table';

/** What most hubs will want to tick; the list is theirs to change. */
const FIRST_TAGS = {
  strength: [
    'Singing',
    'Whole-class teaching',
    'Instrumental lessons',
    'Ensembles and choirs',
    'Performances',
    'Music in the curriculum',
    'Inclusion',
    'Support from the leadership',
  ],
  need: [
    'Music development plan',
    'Training for staff',
    'Instruments',
    'Whole-class teaching',
    'Singing',
    'Instrumental teachers',
    'Inclusion and SEND',
    'Music technology',
    'Money for music',
    'Link with other schools',
  ],
} as const;

/** Whom the visitor met, what is strong and what is needed, how far the school is with it, and corrections. */
export class AddVisitOutcomeDetails1795404000000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`ALTER TABLE visit_outcomes
        ADD strengths text,
        ADD needs text,
        ADD engagement_level smallint,
        ADD engagement_reason text,
        ADD corrected_at timestamptz,
        ADD corrected_by_id uuid,
        ADD correction_reason text,
        ADD CONSTRAINT visit_outcomes_engagement_check CHECK (
          engagement_level BETWEEN 1 AND 4
          AND (engagement_level IS NULL) = (engagement_reason IS NULL)),
        ADD CONSTRAINT visit_outcomes_corrected_check
          CHECK ((corrected_at IS NULL) = (correction_reason IS NULL)),
        ADD CONSTRAINT visit_outcomes_corrected_by_id_fk
          FOREIGN KEY (corrected_by_id) REFERENCES users(id)`);
    await queryRunner.query(`ALTER TABLE visits
        ADD purpose text,
        ADD follows_visit_id uuid,
        ADD CONSTRAINT visits_follows_visit_id_fk
          FOREIGN KEY (follows_visit_id) REFERENCES visits(id)`);
    await queryRunner.query(
      `CREATE INDEX visits_follows_visit_id_idx ON visits (follows_visit_id) WHERE follows_visit_id IS NOT NULL`,
    );
    await queryRunner.query(`CREATE TABLE outcome_tags (
        id uuid NOT NULL DEFAULT gen_random_uuid(),
        version integer NOT NULL DEFAULT '1',
        created_at timestamptz NOT NULL DEFAULT now(),
        updated_at timestamptz NOT NULL DEFAULT now(),
        kind text NOT NULL,
        label text NOT NULL,
        active boolean NOT NULL DEFAULT true,
        CONSTRAINT outcome_tags_kind_check CHECK (kind IN ('strength', 'need')),
        CONSTRAINT outcome_tags_pk PRIMARY KEY (id)
      )`);
    await queryRunner.query(
      `CREATE UNIQUE INDEX outcome_tags_label_unique ON outcome_tags (kind, lower(label))`,
    );
    await queryRunner.query(`CREATE TABLE visit_outcome_tags (
        visit_id uuid NOT NULL,
        tag_id uuid NOT NULL,
        CONSTRAINT visit_outcome_tags_pk PRIMARY KEY (visit_id, tag_id),
        CONSTRAINT visit_outcome_tags_visit_id_fk
          FOREIGN KEY (visit_id) REFERENCES visit_outcomes(visit_id) ON DELETE CASCADE,
        CONSTRAINT visit_outcome_tags_tag_id_fk FOREIGN KEY (tag_id) REFERENCES outcome_tags(id)
      )`);
    await queryRunner.query(
      `CREATE INDEX visit_outcome_tags_tag_id_idx ON visit_outcome_tags (tag_id)`,
    );
    await queryRunner.query(`CREATE TABLE visit_people_met (
        visit_id uuid NOT NULL,
        position smallint NOT NULL,
        contact_id uuid,
        name text NOT NULL,
        role text NOT NULL,
        CONSTRAINT visit_people_met_role_check CHECK (role IN ('head_teacher', 'music_lead', 'other')),
        CONSTRAINT visit_people_met_pk PRIMARY KEY (visit_id, position),
        CONSTRAINT visit_people_met_visit_id_fk
          FOREIGN KEY (visit_id) REFERENCES visit_outcomes(visit_id) ON DELETE CASCADE,
        CONSTRAINT visit_people_met_contact_id_fk
          FOREIGN KEY (contact_id) REFERENCES contacts(id) ON DELETE SET NULL
      )`);
    await queryRunner.query(
      `CREATE INDEX visit_people_met_contact_id_idx ON visit_people_met (contact_id)`,
    );
    await auditTable(queryRunner, { table: 'outcome_tags', key: 'id', school: '' });
    await auditTable(queryRunner, {
      table: 'visit_outcome_tags',
      key: 'visit_id,tag_id',
      school: 'visit_id',
    });
    await auditTable(queryRunner, {
      table: 'visit_people_met',
      key: 'visit_id,position',
      school: 'visit_id',
    });
    for (const [kind, labels] of Object.entries(FIRST_TAGS)) {
      await queryRunner.query(
        `INSERT INTO outcome_tags (kind, label) SELECT $1, unnest($2::text[])`,
        [kind, labels],
      );
    }
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`DROP TABLE visit_people_met, visit_outcome_tags, outcome_tags`);
    await queryRunner.query(`ALTER TABLE visits DROP purpose, DROP follows_visit_id`);
    await queryRunner.query(`ALTER TABLE visit_outcomes
        DROP CONSTRAINT visit_outcomes_engagement_check,
        DROP CONSTRAINT visit_outcomes_corrected_check,
        DROP strengths, DROP needs, DROP engagement_level, DROP engagement_reason,
        DROP corrected_at, DROP corrected_by_id, DROP correction_reason`);
  }
}
