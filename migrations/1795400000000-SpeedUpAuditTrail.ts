import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The key of a row given as jsonb; spelled out each time, because a function costs more than it does. */
const keyOf = (r: string): string =>
  `CASE WHEN key_two = '' THEN ${r} ->> key_one
     ELSE (${r} ->> key_one) || '-' || (${r} ->> key_two) END`;

/** Another way to a row's school: when the trigger asks for it, and the school of the row `r`. */
export type WayToSchool = (r: string) => string;

const schoolOf = (r: string, another: WayToSchool): string =>
  `CASE TG_ARGV[1] ${another(r)}
     WHEN 'id' THEN (${r} ->> 'id')::uuid
     WHEN 'school_id' THEN (${r} ->> 'school_id')::uuid
     WHEN 'visit_id' THEN
       (SELECT v.school_id FROM visits v WHERE v.id = (${r} ->> 'visit_id')::uuid)
     WHEN 'successor_urn' THEN
       (SELECT s.id FROM schools s WHERE s.urn = (${r} ->> 'successor_urn')::integer)
     END`;

const differences = (before: string, after: string): string =>
  `(SELECT jsonb_object_agg(field, CASE WHEN field = 'password_hash' THEN '[]'
      ELSE jsonb_build_array(${before} -> field, value) END)
    FROM jsonb_each(${after}) AS fields (field, value)
    WHERE value IS DISTINCT FROM ${before} -> field)`;

/**
 * Writes what the function before it wrote. New is the way of an update of one row, which is what
 * a person's save is: the two rows are compared as they are, without joining tables of one row.
 */
export const recordChanges = (another: WayToSchool = () => ''): string => `
  CREATE OR REPLACE FUNCTION audit_changes() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER SET search_path FROM CURRENT AS $$
  DECLARE
    key_one text := split_part(TG_ARGV[0], ',', 1);
    key_two text := split_part(TG_ARGV[0], ',', 2);
    passed_over text[] := ARRAY['version', 'created_at', 'updated_at']
      || string_to_array(TG_ARGV[2], ',');
    who text := coalesce(nullif(current_setting('tracker.actor', true), ''), 'outside');
    person uuid := nullif(current_setting('tracker.user', true), '')::uuid;
    whence text := nullif(current_setting('tracker.source', true), '');
    before jsonb[];
    after jsonb[];
    was jsonb;
    is_now jsonb;
  BEGIN
    IF TG_OP = 'UPDATE' THEN
      -- Two are enough to know that it is not one.
      after := ARRAY(SELECT to_jsonb(n) - passed_over FROM new_rows n LIMIT 2);
      IF cardinality(after) = 0 THEN RETURN NULL; END IF;
      IF cardinality(after) = 1 THEN
        before := ARRAY(SELECT to_jsonb(o) - passed_over FROM old_rows o);
        was := before[1];
        is_now := after[1];
        IF was = is_now THEN RETURN NULL; END IF;
        IF (${keyOf('was')}) = (${keyOf('is_now')}) THEN
          INSERT INTO audit_entries
            (actor, user_id, source, entity, record_id, school_id, action, changes)
          VALUES (who, person, whence, TG_TABLE_NAME, ${keyOf('is_now')}, ${schoolOf('is_now', another)},
            'changed', ${differences('was', 'is_now')});
          RETURN NULL;
        END IF;
      END IF;
      -- A row whose key itself changes is one removed and one created.
      INSERT INTO audit_entries
        (actor, user_id, source, entity, record_id, school_id, action, changes)
      SELECT who, person, whence, TG_TABLE_NAME, coalesce(n.key, o.key),
        ${schoolOf('coalesce(n.r, o.r)', another)},
        CASE WHEN o.r IS NULL THEN 'created' WHEN n.r IS NULL THEN 'removed' ELSE 'changed' END,
        CASE WHEN o.r IS NULL OR n.r IS NULL
          THEN jsonb_strip_nulls(coalesce(n.r, o.r) - 'password_hash')
          ELSE ${differences('o.r', 'n.r')} END
      FROM (SELECT r, ${keyOf('r')} AS key
            FROM (SELECT to_jsonb(a) - passed_over AS r FROM new_rows a OFFSET 0) AS x) AS n
      FULL JOIN (SELECT r, ${keyOf('r')} AS key
            FROM (SELECT to_jsonb(b) - passed_over AS r FROM old_rows b OFFSET 0) AS y) AS o
        ON o.key = n.key
      WHERE n.r IS DISTINCT FROM o.r;
    ELSIF TG_OP = 'INSERT' THEN
      INSERT INTO audit_entries
        (actor, user_id, source, entity, record_id, school_id, action, changes)
      SELECT who, person, whence, TG_TABLE_NAME, ${keyOf('r')}, ${schoolOf('r', another)}, 'created',
        jsonb_strip_nulls(r - passed_over - 'password_hash')
      FROM (SELECT to_jsonb(n) AS r FROM new_rows n OFFSET 0) AS created;
    ELSIF TG_OP = 'DELETE' THEN
      INSERT INTO audit_entries
        (actor, user_id, source, entity, record_id, school_id, action, changes)
      SELECT who, person, whence, TG_TABLE_NAME, ${keyOf('r')}, ${schoolOf('r', another)}, 'removed',
        jsonb_strip_nulls(r - passed_over - 'password_hash')
      FROM (SELECT to_jsonb(o) AS r FROM old_rows o OFFSET 0) AS removed;
    ELSE
      INSERT INTO audit_entries (actor, user_id, source, entity, record_id, action, changes)
      VALUES (who, person, whence, TG_TABLE_NAME, '*', 'emptied', '{}');
    END IF;
    RETURN NULL;
  END $$`;

/**
 * At the end of each transaction, in the order in which transactions end: every entry gets the next
 * number and is hashed over the one before. The first entry's turn seals all of them, a thousand
 * with one statement; what is seen without a seal is the transaction's own, because others seal
 * before they can be seen and whoever seals holds the lock until the commit.
 *
 * @param first SQL for what is done before that lock is waited for
 */
export const seal = (first = ''): string => `
  CREATE OR REPLACE FUNCTION audit_seal() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER SET search_path FROM CURRENT AS $$
  DECLARE
    number bigint;
    digest bytea;
    entry audit_entries;
    numbers bigint[] := '{}';
    ids bigint[] := '{}';
    digests bytea[] := '{}';
  BEGIN
    IF EXISTS (SELECT FROM audit_seals s WHERE s.entry_id = NEW.id) THEN RETURN NULL; END IF;
    ${first}
    PERFORM pg_advisory_xact_lock(7420003);
    SELECT s.seq, s.hash INTO number, digest FROM audit_seals s ORDER BY s.seq DESC LIMIT 1;
    number := coalesce(number, 0);
    digest := coalesce(digest, decode(repeat('00', 32), 'hex'));
    FOR entry IN
      SELECT e.* FROM audit_entries e
      WHERE e.id >= NEW.id AND NOT EXISTS (SELECT FROM audit_seals s WHERE s.entry_id = e.id)
      ORDER BY e.id
    LOOP
      number := number + 1;
      digest := sha256(digest || convert_to(
        jsonb_build_array(number, entry.id,
          to_char(entry.at AT TIME ZONE 'UTC', 'YYYY-MM-DD HH24:MI:SS.US'), entry.actor,
          entry.user_id, entry.source, entry.entity, entry.record_id, entry.school_id,
          entry.action, entry.changes)::text,
        'UTF8'));
      numbers := numbers || number;
      ids := ids || entry.id;
      digests := digests || digest;
      IF cardinality(ids) = 1000 THEN
        INSERT INTO audit_seals (seq, entry_id, hash) SELECT * FROM unnest(numbers, ids, digests);
        numbers := '{}';
        ids := '{}';
        digests := '{}';
      END IF;
    END LOOP;
    INSERT INTO audit_seals (seq, entry_id, hash) SELECT * FROM unnest(numbers, ids, digests);
    RETURN NULL;
  END $$`;

/** Whatever happened that is no change of a record, with what there is to say of it. */
const RECORD_EVENT = `
  CREATE FUNCTION audit_event(
    what text, about text, record_key text, person uuid, whence text, details jsonb)
  RETURNS void LANGUAGE sql SECURITY DEFINER SET search_path FROM CURRENT AS $$
    INSERT INTO audit_entries (actor, user_id, source, entity, record_id, action, changes)
    VALUES ('user', person, whence, about, record_key, what, details) $$`;

const RECORD_EVENT_BEFORE = `
  CREATE FUNCTION audit_event(what text, about text, record_key text, person uuid, whence text)
  RETURNS void LANGUAGE sql SECURITY DEFINER SET search_path FROM CURRENT AS $$
    INSERT INTO audit_entries (actor, user_id, source, entity, record_id, action, changes)
    VALUES ('user', person, whence, about, record_key, what, '{}') $$`;

/**
 * Each filter of the list of entries has the order of the list behind it. Words are looked up of
 * what people did; of an import's thousands of entries the names of the schools are.
 */
const INDEXES = {
  audit_entries_at_idx: '(at, id)',
  audit_entries_entity_idx: '(entity, at, id)',
  audit_entries_user_idx: '(user_id, at, id) WHERE user_id IS NOT NULL',
  audit_entries_actor_idx: "(actor, at, id) WHERE actor IN ('undo', 'job', 'command', 'outside')",
  audit_entries_action_idx:
    "(action, at, id) WHERE action IN ('removed', 'emptied', 'signed_in', 'sign_in_failed', 'signed_out', 'exported')",
  audit_entries_words_idx: "USING gin (to_tsvector('simple', changes)) WHERE actor <> 'import'",
} as const;

export class SpeedUpAuditTrail1795400000000 implements MigrationInterface {
  name = 'SpeedUpAuditTrail1795400000000';

  async up(queryRunner: QueryRunner): Promise<void> {
    await define(queryRunner, recordChanges(), seal());
    await queryRunner.query('DROP FUNCTION audit_event(text, text, text, uuid, text)');
    await define(queryRunner, RECORD_EVENT);
    for (const [name, columns] of Object.entries(INDEXES)) {
      await queryRunner.query(`CREATE INDEX ${name} ON audit_entries ${columns}`);
    }
    await queryRunner.query('DROP INDEX audit_entries_record_idx');
    await queryRunner.query(
      'CREATE INDEX audit_entries_record_idx ON audit_entries (record_id, entity)',
    );
  }

  /** The functions of the triggers stay: they write what those before them wrote. */
  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('DROP INDEX audit_entries_record_idx');
    await queryRunner.query(
      'CREATE INDEX audit_entries_record_idx ON audit_entries (entity, record_id)',
    );
    for (const name of Object.keys(INDEXES)) await queryRunner.query(`DROP INDEX ${name}`);
    await queryRunner.query('DROP FUNCTION audit_event(text, text, text, uuid, text, jsonb)');
    await define(queryRunner, RECORD_EVENT_BEFORE);
  }
}

/** The functions have their owner's rights, so nobody's temporary table may come before ours. */
export async function define(queryRunner: QueryRunner, ...functions: string[]): Promise<void> {
  const [{ path }]: [{ path: string }] = await queryRunner.query(
    `SELECT quote_ident(current_schema()) || ', pg_temp' AS path`,
  );
  for (const sql of functions) {
    await queryRunner.query(sql.replace('search_path FROM CURRENT', `search_path = ${path}`));
  }
}
