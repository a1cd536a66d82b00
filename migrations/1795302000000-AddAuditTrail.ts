import type { MigrationInterface, QueryRunner } from 'typeorm';
import { type AuditedTable, auditTable } from './audit-table';

/** The tables whose every change is written down. */
const AUDITED: AuditedTable[] = [
  { table: 'regions', key: 'id', school: '' },
  { table: 'region_districts', key: 'district', school: '' },
  { table: 'users', key: 'id', school: '' },
  { table: 'user_regions', key: 'user_id,region_id', school: '' },
  { table: 'schools', key: 'id', school: 'id' },
  { table: 'school_links', key: 'predecessor_urn,successor_urn', school: 'successor_urn' },
  { table: 'contacts', key: 'id', school: 'school_id' },
  { table: 'visit_cycles', key: 'id', school: '' },
  { table: 'visits', key: 'id', school: 'school_id' },
  { table: 'visit_outcomes', key: 'visit_id', school: 'visit_id' },
  { table: 'follow_up_actions', key: 'id', school: 'school_id' },
  { table: 'music_development_plans', key: 'id', school: 'school_id' },
  { table: 'queue_holds', key: 'id', school: 'school_id' },
  { table: 'imports', key: 'id', school: '', passedOver: 'progress,stored_as' },
  { table: 'settings', key: 'key', school: '' },
];

/** The key of a row given as jsonb; spelled out each time, because a function costs more than it does. */
const keyOf = (r: string): string =>
  `CASE WHEN key_two = '' THEN ${r} ->> key_one
     ELSE (${r} ->> key_one) || '-' || (${r} ->> key_two) END`;

const schoolOf = (r: string): string =>
  `CASE TG_ARGV[1]
     WHEN 'id' THEN (${r} ->> 'id')::uuid
     WHEN 'school_id' THEN (${r} ->> 'school_id')::uuid
     WHEN 'visit_id' THEN
       (SELECT v.school_id FROM visits v WHERE v.id = (${r} ->> 'visit_id')::uuid)
     WHEN 'successor_urn' THEN
       (SELECT s.id FROM schools s WHERE s.urn = (${r} ->> 'successor_urn')::integer)
     END`;

/**
 * Whole statements, not single rows: an import writes 50,000 rows with one statement, and its
 * entries are written with one statement as well.
 */
const RECORD_CHANGES = `
  CREATE FUNCTION audit_changes() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER SET search_path FROM CURRENT AS $$
  DECLARE
    key_one text := split_part(TG_ARGV[0], ',', 1);
    key_two text := split_part(TG_ARGV[0], ',', 2);
    passed_over text[] := ARRAY['version', 'created_at', 'updated_at']
      || string_to_array(TG_ARGV[2], ',');
    who text := coalesce(nullif(current_setting('tracker.actor', true), ''), 'outside');
    person uuid := nullif(current_setting('tracker.user', true), '')::uuid;
    whence text := nullif(current_setting('tracker.source', true), '');
  BEGIN
    IF TG_OP = 'TRUNCATE' THEN
      INSERT INTO audit_entries (actor, user_id, source, entity, record_id, action, changes)
      VALUES (who, person, whence, TG_TABLE_NAME, '*', 'emptied', '{}');
    ELSIF TG_OP = 'UPDATE' THEN
      -- A row whose key itself changes is one removed and one created.
      INSERT INTO audit_entries
        (actor, user_id, source, entity, record_id, school_id, action, changes)
      SELECT who, person, whence, TG_TABLE_NAME, coalesce(n.key, o.key),
        ${schoolOf('coalesce(n.r, o.r)')},
        CASE WHEN o.r IS NULL THEN 'created' WHEN n.r IS NULL THEN 'removed' ELSE 'changed' END,
        CASE WHEN o.r IS NULL OR n.r IS NULL
          THEN jsonb_strip_nulls(coalesce(n.r, o.r) - 'password_hash')
          ELSE (
            SELECT jsonb_object_agg(field, CASE WHEN field = 'password_hash' THEN '[]'
              ELSE jsonb_build_array(o.r -> field, value) END)
            FROM jsonb_each(n.r) AS fields (field, value)
            WHERE value IS DISTINCT FROM o.r -> field) END
      FROM (SELECT r, ${keyOf('r')} AS key
            FROM (SELECT to_jsonb(a) - passed_over AS r FROM new_rows a OFFSET 0) AS x) AS n
      FULL JOIN (SELECT r, ${keyOf('r')} AS key
            FROM (SELECT to_jsonb(b) - passed_over AS r FROM old_rows b OFFSET 0) AS y) AS o
        ON o.key = n.key
      WHERE n.r IS DISTINCT FROM o.r;
    ELSIF TG_OP = 'INSERT' THEN
      INSERT INTO audit_entries
        (actor, user_id, source, entity, record_id, school_id, action, changes)
      SELECT who, person, whence, TG_TABLE_NAME, ${keyOf('r')}, ${schoolOf('r')}, 'created',
        jsonb_strip_nulls(r - passed_over - 'password_hash')
      FROM (SELECT to_jsonb(n) AS r FROM new_rows n OFFSET 0) AS created;
    ELSE
      INSERT INTO audit_entries
        (actor, user_id, source, entity, record_id, school_id, action, changes)
      SELECT who, person, whence, TG_TABLE_NAME, ${keyOf('r')}, ${schoolOf('r')}, 'removed',
        jsonb_strip_nulls(r - passed_over - 'password_hash')
      FROM (SELECT to_jsonb(o) AS r FROM old_rows o OFFSET 0) AS removed;
    END IF;
    RETURN NULL;
  END $$`;

/**
 * At the end of each transaction, in the order in which transactions end: every entry gets the next
 * number and is hashed over the one before. Whoever seals holds the lock until the commit only.
 */
const SEAL = `
  CREATE FUNCTION audit_seal() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER SET search_path FROM CURRENT AS $$
  BEGIN
    PERFORM pg_advisory_xact_lock(7420003);
    INSERT INTO audit_seals (seq, entry_id, hash)
    SELECT coalesce(last.seq, 0) + 1, NEW.id,
      sha256(coalesce(last.hash, decode(repeat('00', 32), 'hex')) || convert_to(
        jsonb_build_array(coalesce(last.seq, 0) + 1, NEW.id,
          to_char(NEW.at AT TIME ZONE 'UTC', 'YYYY-MM-DD HH24:MI:SS.US'), NEW.actor, NEW.user_id,
          NEW.source, NEW.entity, NEW.record_id, NEW.school_id, NEW.action, NEW.changes)::text,
        'UTF8'))
    FROM (VALUES (1)) AS one
    LEFT JOIN (SELECT seq, hash FROM audit_seals ORDER BY seq DESC LIMIT 1) AS last ON true;
    RETURN NULL;
  END $$`;

const REFUSE = `
  CREATE FUNCTION audit_refuse() RETURNS trigger LANGUAGE plpgsql AS $$
  BEGIN
    RAISE EXCEPTION 'The audit trail is only ever added to.' USING ERRCODE = '42501';
  END $$`;

/** Whatever happened that is no change of a record: somebody signed in, a file was handed out. */
const RECORD_EVENT = `
  CREATE FUNCTION audit_event(what text, about text, record_key text, person uuid, whence text)
  RETURNS void LANGUAGE sql SECURITY DEFINER SET search_path FROM CURRENT AS $$
    INSERT INTO audit_entries (actor, user_id, source, entity, record_id, action, changes)
    VALUES ('user', person, whence, about, record_key, what, '{}') $$`;

export class AddAuditTrail1795302000000 implements MigrationInterface {
  name = 'AddAuditTrail1795302000000';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`CREATE TABLE audit_entries (
        id bigint GENERATED ALWAYS AS IDENTITY NOT NULL,
        at timestamptz NOT NULL DEFAULT clock_timestamp(),
        actor text NOT NULL,
        user_id uuid,
        source text,
        entity text NOT NULL,
        record_id text,
        school_id uuid,
        action text NOT NULL,
        changes jsonb NOT NULL,
        CONSTRAINT audit_entries_actor_check CHECK (actor IN ('user', 'import', 'undo', 'job', 'command', 'outside')),
        CONSTRAINT audit_entries_action_check CHECK (action IN ('created', 'changed', 'removed', 'emptied', 'signed_in', 'sign_in_failed', 'signed_out', 'exported')),
        CONSTRAINT audit_entries_pk PRIMARY KEY (id)
      )`);
    await queryRunner.query(
      `CREATE INDEX audit_entries_record_idx ON audit_entries (entity, record_id)`,
    );
    await queryRunner.query(
      `CREATE INDEX audit_entries_school_id_idx ON audit_entries (school_id)`,
    );
    await queryRunner.query(`CREATE TABLE audit_seals (
        seq bigint NOT NULL,
        entry_id bigint NOT NULL,
        hash bytea NOT NULL,
        CONSTRAINT audit_seals_pk PRIMARY KEY (seq)
      )`);
    await queryRunner.query(
      `CREATE UNIQUE INDEX audit_seals_entry_id_unique ON audit_seals (entry_id)`,
    );
    // The functions have their owner's rights, so nobody's temporary table may come before ours.
    const [{ path }]: [{ path: string }] = await queryRunner.query(
      `SELECT quote_ident(current_schema()) || ', pg_temp' AS path`,
    );
    for (const sql of [RECORD_CHANGES, SEAL, REFUSE, RECORD_EVENT]) {
      await queryRunner.query(sql.replace('search_path FROM CURRENT', `search_path = ${path}`));
    }
    await queryRunner.query(`CREATE CONSTRAINT TRIGGER audit_entries_seal AFTER INSERT ON audit_entries
        DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION audit_seal()`);
    for (const table of ['audit_entries', 'audit_seals']) {
      await queryRunner.query(`CREATE TRIGGER ${table}_keep BEFORE UPDATE OR DELETE OR TRUNCATE ON ${table}
          FOR EACH STATEMENT EXECUTE FUNCTION audit_refuse()`);
    }
    for (const audited of AUDITED) await auditTable(queryRunner, audited);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`DROP FUNCTION audit_changes CASCADE`);
    await queryRunner.query(`DROP TABLE audit_seals, audit_entries`);
    await queryRunner.query(`DROP FUNCTION audit_seal, audit_refuse, audit_event`);
  }
}
