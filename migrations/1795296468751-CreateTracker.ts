import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateTracker1795296468751 implements MigrationInterface {
  name = 'CreateTracker1795296468751';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`CREATE TABLE regions (
        id uuid NOT NULL DEFAULT gen_random_uuid(),
        version integer NOT NULL DEFAULT '1',
        created_at timestamptz NOT NULL DEFAULT now(),
        updated_at timestamptz NOT NULL DEFAULT now(),
        name text NOT NULL,
        lead_user_id uuid,
        CONSTRAINT regions_pk PRIMARY KEY (id)
      )`);
    await queryRunner.query(`CREATE UNIQUE INDEX regions_name_unique ON regions (name)`);
    await queryRunner.query(`CREATE TABLE region_districts (
        district text NOT NULL,
        region_id uuid NOT NULL,
        CONSTRAINT region_districts_pk PRIMARY KEY (district)
      )`);
    await queryRunner.query(
      `CREATE INDEX region_districts_region_id_idx ON region_districts (region_id)`,
    );
    await queryRunner.query(`CREATE TABLE users (
        id uuid NOT NULL DEFAULT gen_random_uuid(),
        version integer NOT NULL DEFAULT '1',
        created_at timestamptz NOT NULL DEFAULT now(),
        updated_at timestamptz NOT NULL DEFAULT now(),
        name text NOT NULL,
        email text NOT NULL,
        role text NOT NULL,
        password_hash text NOT NULL,
        active boolean NOT NULL DEFAULT true,
        CONSTRAINT users_email_check CHECK (email = lower(email)),
        CONSTRAINT users_role_check CHECK (role IN ('head', 'regional', 'manager', 'admin')),
        CONSTRAINT users_pk PRIMARY KEY (id)
      )`);
    await queryRunner.query(`CREATE UNIQUE INDEX users_email_unique ON users (email)`);
    await queryRunner.query(`CREATE TABLE user_regions (
        user_id uuid NOT NULL,
        region_id uuid NOT NULL,
        CONSTRAINT user_regions_pk PRIMARY KEY (user_id, region_id)
      )`);
    await queryRunner.query(`CREATE INDEX user_regions_region_id_idx ON user_regions (region_id)`);
    await queryRunner.query(`CREATE TABLE sessions (
        id uuid NOT NULL DEFAULT gen_random_uuid(),
        token_hash bytea NOT NULL,
        user_id uuid NOT NULL,
        created_at timestamptz NOT NULL DEFAULT now(),
        last_seen_at timestamptz NOT NULL DEFAULT now(),
        expires_at timestamptz NOT NULL,
        revoked_at timestamptz,
        CONSTRAINT sessions_pk PRIMARY KEY (id)
      )`);
    await queryRunner.query(
      `CREATE UNIQUE INDEX sessions_token_hash_unique ON sessions (token_hash)`,
    );
    await queryRunner.query(`CREATE INDEX sessions_user_id_idx ON sessions (user_id)`);
    await queryRunner.query(`CREATE TABLE schools (
        id uuid NOT NULL DEFAULT gen_random_uuid(),
        version integer NOT NULL DEFAULT '1',
        created_at timestamptz NOT NULL DEFAULT now(),
        updated_at timestamptz NOT NULL DEFAULT now(),
        urn integer NOT NULL,
        name text NOT NULL,
        phase text,
        establishment_type text,
        status text NOT NULL,
        in_scope boolean NOT NULL,
        opened_on date,
        closed_on date,
        region_id uuid,
        region_set_by_hand boolean NOT NULL DEFAULT false,
        la_code text,
        la_name text,
        district text,
        street text,
        locality text,
        town text,
        county text,
        postcode text,
        easting integer,
        northing integer,
        pupils integer,
        fsm_percent numeric(4,1),
        trust text,
        website text,
        telephone text,
        notes text,
        CONSTRAINT schools_fsm_percent_check CHECK (fsm_percent BETWEEN 0 AND 100),
        CONSTRAINT schools_pupils_check CHECK (pupils >= 0),
        CONSTRAINT schools_status_check CHECK (status IN ('open', 'closing', 'closed', 'proposed')),
        CONSTRAINT schools_pk PRIMARY KEY (id)
      )`);
    await queryRunner.query(`CREATE UNIQUE INDEX schools_urn_unique ON schools (urn)`);
    await queryRunner.query(`CREATE INDEX schools_region_id_idx ON schools (region_id)`);
    await queryRunner.query(`CREATE INDEX schools_district_idx ON schools (district)`);
    await queryRunner.query(`CREATE TABLE school_links (
        predecessor_urn integer NOT NULL,
        successor_urn integer NOT NULL,
        link_type text NOT NULL,
        established_on date,
        CONSTRAINT school_links_pk PRIMARY KEY (predecessor_urn, successor_urn)
      )`);
    await queryRunner.query(
      `CREATE INDEX school_links_successor_urn_idx ON school_links (successor_urn)`,
    );
    await queryRunner.query(`CREATE TABLE school_lineage (
        school_id uuid NOT NULL,
        ancestor_id uuid NOT NULL,
        CONSTRAINT school_lineage_pk PRIMARY KEY (school_id, ancestor_id)
      )`);
    await queryRunner.query(
      `CREATE INDEX school_lineage_ancestor_id_idx ON school_lineage (ancestor_id)`,
    );
    await queryRunner.query(`CREATE TABLE contacts (
        id uuid NOT NULL DEFAULT gen_random_uuid(),
        version integer NOT NULL DEFAULT '1',
        created_at timestamptz NOT NULL DEFAULT now(),
        updated_at timestamptz NOT NULL DEFAULT now(),
        school_id uuid NOT NULL,
        name text NOT NULL,
        role text NOT NULL,
        email text,
        telephone text,
        CONSTRAINT contacts_role_check CHECK (role IN ('head_teacher', 'music_lead', 'other')),
        CONSTRAINT contacts_pk PRIMARY KEY (id)
      )`);
    await queryRunner.query(`CREATE INDEX contacts_school_id_idx ON contacts (school_id)`);
    await queryRunner.query(`CREATE TABLE visit_cycles (
        id uuid NOT NULL DEFAULT gen_random_uuid(),
        version integer NOT NULL DEFAULT '1',
        created_at timestamptz NOT NULL DEFAULT now(),
        updated_at timestamptz NOT NULL DEFAULT now(),
        starts_in text NOT NULL,
        CONSTRAINT visit_cycles_starts_in_check CHECK (starts_in ~ '^[0-9]{4}-[0-9]{2}$'),
        CONSTRAINT visit_cycles_pk PRIMARY KEY (id)
      )`);
    await queryRunner.query(
      `CREATE UNIQUE INDEX visit_cycles_starts_in_unique ON visit_cycles (starts_in)`,
    );
    await queryRunner.query(`CREATE TABLE visits (
        id uuid NOT NULL DEFAULT gen_random_uuid(),
        version integer NOT NULL DEFAULT '1',
        created_at timestamptz NOT NULL DEFAULT now(),
        updated_at timestamptz NOT NULL DEFAULT now(),
        school_id uuid NOT NULL,
        kind text NOT NULL DEFAULT 'cycle',
        status text NOT NULL,
        scheduled_on date,
        start_time text,
        visitor_id uuid,
        visitor_note text,
        visited_on date,
        cancelled_by text,
        cancel_reason text,
        not_held_reason text,
        CONSTRAINT visits_cancelled_by_check CHECK (cancelled_by IN ('school', 'hub')),
        CONSTRAINT visits_scheduled_check CHECK (status NOT IN ('scheduled', 'confirmed') OR scheduled_on IS NOT NULL),
        CONSTRAINT visits_completed_check CHECK ((status = 'completed') = (visited_on IS NOT NULL)),
        CONSTRAINT visits_status_check CHECK (status IN ('proposed', 'scheduled', 'confirmed', 'completed', 'cancelled', 'not_held')),
        CONSTRAINT visits_kind_check CHECK (kind IN ('cycle', 'follow_up', 'other')),
        CONSTRAINT visits_pk PRIMARY KEY (id)
      )`);
    await queryRunner.query(`CREATE INDEX visits_school_id_idx ON visits (school_id)`);
    await queryRunner.query(`CREATE INDEX visits_visitor_id_idx ON visits (visitor_id)`);
    await queryRunner.query(`CREATE TABLE visit_outcomes (
        visit_id uuid NOT NULL,
        met_with text,
        summary text NOT NULL,
        logged_by_id uuid,
        logged_at timestamptz NOT NULL DEFAULT now(),
        CONSTRAINT visit_outcomes_pk PRIMARY KEY (visit_id)
      )`);
    await queryRunner.query(`CREATE TABLE follow_up_actions (
        id uuid NOT NULL DEFAULT gen_random_uuid(),
        version integer NOT NULL DEFAULT '1',
        created_at timestamptz NOT NULL DEFAULT now(),
        updated_at timestamptz NOT NULL DEFAULT now(),
        school_id uuid NOT NULL,
        visit_id uuid,
        title text NOT NULL,
        detail text,
        owner_id uuid,
        due_on date,
        priority text NOT NULL DEFAULT 'normal',
        status text NOT NULL DEFAULT 'open',
        CONSTRAINT follow_up_actions_status_check CHECK (status IN ('open', 'in_progress', 'done', 'dropped')),
        CONSTRAINT follow_up_actions_priority_check CHECK (priority IN ('low', 'normal', 'high')),
        CONSTRAINT follow_up_actions_pk PRIMARY KEY (id)
      )`);
    await queryRunner.query(
      `CREATE INDEX follow_up_actions_school_id_idx ON follow_up_actions (school_id)`,
    );
    await queryRunner.query(
      `CREATE INDEX follow_up_actions_visit_id_idx ON follow_up_actions (visit_id)`,
    );
    await queryRunner.query(
      `CREATE INDEX follow_up_actions_owner_id_idx ON follow_up_actions (owner_id)`,
    );
    await queryRunner.query(
      `CREATE INDEX follow_up_actions_due_on_idx ON follow_up_actions (due_on)`,
    );
    await queryRunner.query(`CREATE TABLE music_development_plans (
        id uuid NOT NULL DEFAULT gen_random_uuid(),
        version integer NOT NULL DEFAULT '1',
        created_at timestamptz NOT NULL DEFAULT now(),
        updated_at timestamptz NOT NULL DEFAULT now(),
        school_id uuid NOT NULL,
        academic_year text NOT NULL,
        url text,
        known_on date NOT NULL,
        CONSTRAINT music_development_plans_school_year_unique UNIQUE (school_id, academic_year),
        CONSTRAINT music_development_plans_pk PRIMARY KEY (id)
      )`);
    await queryRunner.query(`CREATE TABLE priority_scores (
        school_id uuid NOT NULL,
        state text NOT NULL,
        band smallint NOT NULL,
        score numeric(4,1) NOT NULL,
        factors json NOT NULL,
        last_visited_on date,
        months_since integer,
        scored_at timestamptz NOT NULL DEFAULT now(),
        CONSTRAINT priority_scores_score_check CHECK (score BETWEEN 0 AND 100),
        CONSTRAINT priority_scores_band_check CHECK (band BETWEEN 1 AND 3),
        CONSTRAINT priority_scores_pk PRIMARY KEY (school_id)
      )`);
    await queryRunner.query(
      `CREATE INDEX priority_scores_order_idx ON priority_scores (band, score)`,
    );
    await queryRunner.query(`CREATE TABLE stale_scores (
        school_id uuid NOT NULL,
        since timestamptz NOT NULL DEFAULT now(),
        CONSTRAINT stale_scores_pk PRIMARY KEY (school_id)
      )`);
    await queryRunner.query(`CREATE TABLE priority_refreshes (
        id uuid NOT NULL DEFAULT gen_random_uuid(),
        all_schools boolean NOT NULL DEFAULT false,
        status text NOT NULL DEFAULT 'queued',
        schools integer NOT NULL DEFAULT '0',
        changed integer NOT NULL DEFAULT '0',
        requested_by_id uuid,
        created_at timestamptz NOT NULL DEFAULT now(),
        started_at timestamptz,
        finished_at timestamptz,
        CONSTRAINT priority_refreshes_status_check CHECK (status IN ('queued', 'running', 'done', 'failed')),
        CONSTRAINT priority_refreshes_pk PRIMARY KEY (id)
      )`);
    await queryRunner.query(
      `CREATE INDEX priority_refreshes_created_at_idx ON priority_refreshes (created_at)`,
    );
    await queryRunner.query(`CREATE TABLE queue_holds (
        id uuid NOT NULL DEFAULT gen_random_uuid(),
        school_id uuid NOT NULL,
        kind text NOT NULL,
        reason text NOT NULL,
        until_on date NOT NULL,
        created_by_id uuid,
        created_at timestamptz NOT NULL DEFAULT now(),
        lifted_at timestamptz,
        lifted_by_id uuid,
        CONSTRAINT queue_holds_kind_check CHECK (kind IN ('pin', 'snooze')),
        CONSTRAINT queue_holds_pk PRIMARY KEY (id)
      )`);
    await queryRunner.query(
      `CREATE UNIQUE INDEX queue_holds_school_in_force_unique ON queue_holds (school_id) WHERE lifted_at IS NULL`,
    );
    await queryRunner.query(`CREATE TABLE imports (
        id uuid NOT NULL DEFAULT gen_random_uuid(),
        version integer NOT NULL DEFAULT '1',
        created_at timestamptz NOT NULL DEFAULT now(),
        updated_at timestamptz NOT NULL DEFAULT now(),
        kind text NOT NULL,
        file_name text NOT NULL,
        stored_as text NOT NULL,
        dry_run boolean NOT NULL DEFAULT false,
        options jsonb NOT NULL DEFAULT '{}',
        status text NOT NULL DEFAULT 'queued',
        progress integer NOT NULL DEFAULT '0',
        created integer NOT NULL DEFAULT '0',
        updated integer NOT NULL DEFAULT '0',
        unchanged integer NOT NULL DEFAULT '0',
        closed integer NOT NULL DEFAULT '0',
        rejected integer NOT NULL DEFAULT '0',
        skipped integer NOT NULL DEFAULT '0',
        message text,
        requested_by_id uuid,
        started_at timestamptz,
        finished_at timestamptz,
        CONSTRAINT imports_status_check CHECK (status IN ('queued', 'running', 'done', 'failed', 'undoing', 'undone')),
        CONSTRAINT imports_kind_check CHECK (kind IN ('schools', 'school-links', 'school-census', 'visits')),
        CONSTRAINT imports_pk PRIMARY KEY (id)
      )`);
    await queryRunner.query(
      `CREATE INDEX imports_waiting_idx ON imports (created_at) WHERE status IN ('queued', 'running', 'undoing')`,
    );
    await queryRunner.query(`CREATE TABLE import_rejections (
        import_id uuid NOT NULL,
        seq integer NOT NULL,
        line integer NOT NULL,
        column_name text NOT NULL,
        value text NOT NULL,
        message text NOT NULL,
        cells jsonb NOT NULL,
        CONSTRAINT import_rejections_pk PRIMARY KEY (import_id, seq)
      )`);
    await queryRunner.query(`CREATE TABLE import_changes (
        import_id uuid NOT NULL,
        seq integer NOT NULL,
        entity text NOT NULL,
        record_key text NOT NULL,
        before jsonb,
        after jsonb NOT NULL,
        CONSTRAINT import_changes_pk PRIMARY KEY (import_id, seq)
      )`);
    await queryRunner.query(`CREATE TABLE settings (
        key text NOT NULL,
        value jsonb NOT NULL,
        CONSTRAINT settings_pk PRIMARY KEY (key)
      )`);
    await queryRunner.query(`CREATE TABLE idempotency_keys (
        user_id uuid NOT NULL,
        key uuid NOT NULL,
        request_hash bytea NOT NULL,
        status integer,
        answer jsonb,
        created_at timestamptz NOT NULL DEFAULT now(),
        CONSTRAINT idempotency_keys_pk PRIMARY KEY (user_id, key)
      )`);
    await queryRunner.query(
      `CREATE INDEX idempotency_keys_created_at_idx ON idempotency_keys (created_at)`,
    );
    await queryRunner.query(
      `ALTER TABLE regions ADD CONSTRAINT regions_lead_user_id_fk FOREIGN KEY (lead_user_id) REFERENCES users(id) ON DELETE SET NULL`,
    );
    await queryRunner.query(
      `ALTER TABLE region_districts ADD CONSTRAINT region_districts_region_id_fk FOREIGN KEY (region_id) REFERENCES regions(id) ON DELETE CASCADE`,
    );
    await queryRunner.query(
      `ALTER TABLE user_regions ADD CONSTRAINT user_regions_user_id_fk FOREIGN KEY (user_id) REFERENCES users(id) ON DELETE CASCADE`,
    );
    await queryRunner.query(
      `ALTER TABLE user_regions ADD CONSTRAINT user_regions_region_id_fk FOREIGN KEY (region_id) REFERENCES regions(id) ON DELETE CASCADE`,
    );
    await queryRunner.query(
      `ALTER TABLE sessions ADD CONSTRAINT sessions_user_id_fk FOREIGN KEY (user_id) REFERENCES users(id) ON DELETE CASCADE`,
    );
    await queryRunner.query(
      `ALTER TABLE schools ADD CONSTRAINT schools_region_id_fk FOREIGN KEY (region_id) REFERENCES regions(id) ON DELETE SET NULL`,
    );
    await queryRunner.query(
      `ALTER TABLE school_lineage ADD CONSTRAINT school_lineage_school_id_fk FOREIGN KEY (school_id) REFERENCES schools(id) ON DELETE CASCADE`,
    );
    await queryRunner.query(
      `ALTER TABLE school_lineage ADD CONSTRAINT school_lineage_ancestor_id_fk FOREIGN KEY (ancestor_id) REFERENCES schools(id) ON DELETE CASCADE`,
    );
    await queryRunner.query(
      `ALTER TABLE contacts ADD CONSTRAINT contacts_school_id_fk FOREIGN KEY (school_id) REFERENCES schools(id) ON DELETE CASCADE`,
    );
    await queryRunner.query(
      `ALTER TABLE visits ADD CONSTRAINT visits_school_id_fk FOREIGN KEY (school_id) REFERENCES schools(id)`,
    );
    await queryRunner.query(
      `ALTER TABLE visits ADD CONSTRAINT visits_visitor_id_fk FOREIGN KEY (visitor_id) REFERENCES users(id)`,
    );
    await queryRunner.query(
      `ALTER TABLE visit_outcomes ADD CONSTRAINT visit_outcomes_visit_id_fk FOREIGN KEY (visit_id) REFERENCES visits(id) ON DELETE CASCADE`,
    );
    await queryRunner.query(
      `ALTER TABLE visit_outcomes ADD CONSTRAINT visit_outcomes_logged_by_id_fk FOREIGN KEY (logged_by_id) REFERENCES users(id)`,
    );
    await queryRunner.query(
      `ALTER TABLE follow_up_actions ADD CONSTRAINT follow_up_actions_school_id_fk FOREIGN KEY (school_id) REFERENCES schools(id)`,
    );
    await queryRunner.query(
      `ALTER TABLE follow_up_actions ADD CONSTRAINT follow_up_actions_visit_id_fk FOREIGN KEY (visit_id) REFERENCES visits(id)`,
    );
    await queryRunner.query(
      `ALTER TABLE follow_up_actions ADD CONSTRAINT follow_up_actions_owner_id_fk FOREIGN KEY (owner_id) REFERENCES users(id)`,
    );
    await queryRunner.query(
      `ALTER TABLE music_development_plans ADD CONSTRAINT music_development_plans_school_id_fk FOREIGN KEY (school_id) REFERENCES schools(id)`,
    );
    await queryRunner.query(
      `ALTER TABLE priority_scores ADD CONSTRAINT priority_scores_school_id_fk FOREIGN KEY (school_id) REFERENCES schools(id) ON DELETE CASCADE`,
    );
    await queryRunner.query(
      `ALTER TABLE stale_scores ADD CONSTRAINT stale_scores_school_id_fk FOREIGN KEY (school_id) REFERENCES schools(id) ON DELETE CASCADE`,
    );
    await queryRunner.query(
      `ALTER TABLE priority_refreshes ADD CONSTRAINT priority_refreshes_requested_by_id_fk FOREIGN KEY (requested_by_id) REFERENCES users(id) ON DELETE SET NULL`,
    );
    await queryRunner.query(
      `ALTER TABLE queue_holds ADD CONSTRAINT queue_holds_school_id_fk FOREIGN KEY (school_id) REFERENCES schools(id) ON DELETE CASCADE`,
    );
    await queryRunner.query(
      `ALTER TABLE queue_holds ADD CONSTRAINT queue_holds_created_by_id_fk FOREIGN KEY (created_by_id) REFERENCES users(id)`,
    );
    await queryRunner.query(
      `ALTER TABLE queue_holds ADD CONSTRAINT queue_holds_lifted_by_id_fk FOREIGN KEY (lifted_by_id) REFERENCES users(id)`,
    );
    await queryRunner.query(
      `ALTER TABLE imports ADD CONSTRAINT imports_requested_by_id_fk FOREIGN KEY (requested_by_id) REFERENCES users(id) ON DELETE SET NULL`,
    );
    await queryRunner.query(
      `ALTER TABLE import_rejections ADD CONSTRAINT import_rejections_import_id_fk FOREIGN KEY (import_id) REFERENCES imports(id) ON DELETE CASCADE`,
    );
    await queryRunner.query(
      `ALTER TABLE import_changes ADD CONSTRAINT import_changes_import_id_fk FOREIGN KEY (import_id) REFERENCES imports(id) ON DELETE CASCADE`,
    );
    await queryRunner.query(
      `ALTER TABLE idempotency_keys ADD CONSTRAINT idempotency_keys_user_id_fk FOREIGN KEY (user_id) REFERENCES users(id) ON DELETE CASCADE`,
    );
    await queryRunner.query(`CREATE EXTENSION IF NOT EXISTS pg_trgm`);
    // What a search looks through: apostrophes, dots and commas are nothing to whoever types.
    await queryRunner.query(`CREATE FUNCTION school_search_text(name text, town text, postcode text, urn integer) RETURNS text
        LANGUAGE sql IMMUTABLE PARALLEL SAFE
        RETURN translate(
          lower(name || ' ' || coalesce(town, '') || ' ' || coalesce(postcode, '') || ' '
            || replace(coalesce(postcode, ''), ' ', '') || ' ' || urn),
          $$'’.,$$, '')`);
    await queryRunner.query(`CREATE INDEX schools_search_idx ON schools
        USING gin (school_search_text(name, town, postcode, urn) gin_trgm_ops)`);
    await queryRunner.query(
      `CREATE INDEX schools_name_idx ON schools (name COLLATE "und-x-icu", id)`,
    );
    await queryRunner.query(`CREATE INDEX visits_school_visited_idx ON visits (school_id, visited_on) INCLUDE (kind)
        WHERE status = 'completed'`);
    await queryRunner.query(`CREATE INDEX visits_booked_idx ON visits (school_id, scheduled_on)
        WHERE status IN ('scheduled', 'confirmed')`);
    await queryRunner.query(
      `CREATE INDEX visits_day_idx ON visits (coalesce(visited_on, scheduled_on), id)`,
    );
    await queryRunner.query(`INSERT INTO visit_cycles (starts_in) VALUES ('2024-25')`);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(
      `DROP TABLE idempotency_keys, settings, import_changes, import_rejections, imports, queue_holds, priority_refreshes, stale_scores, priority_scores, music_development_plans, follow_up_actions, visit_outcomes, visits, visit_cycles, contacts, school_lineage, school_links, schools, sessions, user_regions, users, region_districts, regions CASCADE`,
    );
    await queryRunner.query('DROP FUNCTION school_search_text');
  }
}
