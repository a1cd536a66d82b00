import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What was put on record by mistake is taken back: visits as void, contacts and actions into a bin. */
export class AddTakingBack1795418000000 implements MigrationInterface {
  name = 'AddTakingBack1795418000000';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`ALTER TABLE visits
        ADD voided_from text,
        ADD void_reason text,
        ADD voided_at timestamptz,
        ADD voided_by_id uuid,
        DROP CONSTRAINT visits_status_check,
        DROP CONSTRAINT visits_completed_check,
        ADD CONSTRAINT visits_status_check CHECK (status IN
          ('proposed', 'scheduled', 'confirmed', 'completed', 'cancelled', 'not_held', 'void')),
        ADD CONSTRAINT visits_completed_check
          CHECK ((coalesce(voided_from, status) = 'completed') = (visited_on IS NOT NULL)),
        ADD CONSTRAINT visits_void_check CHECK ((status = 'void') = (voided_from IS NOT NULL)
          AND (status = 'void') = (void_reason IS NOT NULL)
          AND (status = 'void') = (voided_at IS NOT NULL)
          AND voided_from IN ('completed', 'cancelled', 'not_held')),
        ADD CONSTRAINT visits_voided_by_id_fk FOREIGN KEY (voided_by_id) REFERENCES users(id)`);
    await queryRunner.query(`CREATE INDEX visits_void_idx
        ON visits (coalesce(visited_on, scheduled_on), id) WHERE status = 'void'`);

    await queryRunner.query(`ALTER TABLE visit_events
        ADD school_id uuid,
        DROP CONSTRAINT visit_events_kind_check,
        ADD CONSTRAINT visit_events_kind_check CHECK (kind IN ('imported', 'proposed', 'scheduled',
          'rescheduled', 'confirmed', 'cancelled', 'not_held', 'completed', 'corrected', 'moved',
          'voided', 'unvoided', 'rehomed')),
        ADD CONSTRAINT visit_events_school_id_fk FOREIGN KEY (school_id) REFERENCES schools(id)`);
    // For the timelines of the schools between which a visit changed hands.
    await queryRunner.query(`CREATE INDEX visit_events_school_id_before_idx
        ON visit_events (school_id_before) WHERE school_id_before IS NOT NULL`);
    await queryRunner.query(`CREATE INDEX visit_events_school_id_idx
        ON visit_events (school_id) WHERE school_id IS NOT NULL`);

    for (const table of ['contacts', 'follow_up_actions']) {
      await queryRunner.query(`ALTER TABLE ${table}
          ADD deleted_at timestamptz,
          ADD deleted_by_id uuid,
          ADD CONSTRAINT ${table}_deleted_check
            CHECK (deleted_by_id IS NULL OR deleted_at IS NOT NULL),
          ADD CONSTRAINT ${table}_deleted_by_id_fk FOREIGN KEY (deleted_by_id) REFERENCES users(id)`);
      await queryRunner.query(`CREATE INDEX ${table}_deleted_idx ON ${table} (deleted_at, id)
          WHERE deleted_at IS NOT NULL`);
    }
  }

  /** A void visit becomes again what it was, and what lies in the bin is on record again. */
  async down(queryRunner: QueryRunner): Promise<void> {
    for (const table of ['follow_up_actions', 'contacts']) {
      await queryRunner.query(`ALTER TABLE ${table} DROP deleted_at, DROP deleted_by_id`);
    }
    // The history keeps what it says; it is only ever added to.
    await queryRunner.query(`ALTER TABLE visit_events
        DROP school_id,
        DROP CONSTRAINT visit_events_kind_check,
        ADD CONSTRAINT visit_events_kind_check CHECK (kind IN ('imported', 'proposed', 'scheduled',
          'rescheduled', 'confirmed', 'cancelled', 'not_held', 'completed', 'corrected', 'moved'))
          NOT VALID`);
    await queryRunner.query('DROP INDEX visit_events_school_id_before_idx');
    await queryRunner.query('DROP INDEX visits_void_idx');
    await queryRunner.query(`ALTER TABLE visits
        DROP CONSTRAINT visits_void_check, DROP CONSTRAINT visits_completed_check`);
    await queryRunner.query(
      `UPDATE visits SET status = voided_from, voided_from = NULL WHERE status = 'void'`,
    );
    await queryRunner.query(`ALTER TABLE visits
        DROP CONSTRAINT visits_status_check,
        ADD CONSTRAINT visits_status_check CHECK (status IN
          ('proposed', 'scheduled', 'confirmed', 'completed', 'cancelled', 'not_held')),
        ADD CONSTRAINT visits_completed_check
          CHECK ((status = 'completed') = (visited_on IS NOT NULL)),
        DROP voided_from, DROP void_reason, DROP voided_at, DROP voided_by_id`);
  }
}
