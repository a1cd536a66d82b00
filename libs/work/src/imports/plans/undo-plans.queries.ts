import { sql, statement } from '@tracker/data';

/** The plans an import brought or changed, and whether they still are as it left them. */
export const FIND_PLANS_TO_UNDO = statement(
  'imports.find-plans-to-undo',
  (importId: string) => sql`
  CREATE TEMP TABLE undone_plans ON COMMIT DROP AS
  SELECT p.id, s.name, p.academic_year, ch.before,
    to_jsonb(p) @> ch.after
      AND NOT EXISTS (SELECT FROM plan_documents d WHERE d.plan_id = p.id) AS as_left
  FROM import_changes ch
  JOIN music_development_plans p ON p.id::text = ch.record_key
  JOIN schools s ON s.id = p.school_id
  WHERE ch.import_id = ${importId} AND ch.entity = 'music_development_plans'`,
);

export const DELETE_PLANS_CREATED = statement(
  'imports.delete-plans-created',
  () => sql`
  DELETE FROM music_development_plans p USING undone_plans u
  WHERE p.id = u.id AND u.as_left AND u.before IS NULL`,
).after(FIND_PLANS_TO_UNDO);

export const RESTORE_PLANS = statement(
  'imports.restore-plans',
  () => sql`
  UPDATE music_development_plans p
  SET (last_academic_year, url, known_on, recorded_by_id, gone_on) = (
    SELECT r.last_academic_year, r.url, r.known_on, r.recorded_by_id, r.gone_on
    FROM jsonb_populate_record(p, u.before) r
  ), version = p.version + 1, updated_at = now()
  FROM undone_plans u WHERE p.id = u.id AND u.as_left AND u.before IS NOT NULL`,
).after(FIND_PLANS_TO_UNDO);

/** The looks an import brought, and whether they still say what it said. */
export const FIND_LOOKS_TO_UNDO = statement(
  'imports.find-looks-to-undo',
  (importId: string) => sql`
  CREATE TEMP TABLE undone_looks ON COMMIT DROP AS
  SELECT k.id, s.name, k.looked_on, to_jsonb(k) @> ch.after AS as_left
  FROM import_changes ch
  JOIN plan_looks k ON k.id::text = ch.record_key
  JOIN schools s ON s.id = k.school_id
  WHERE ch.import_id = ${importId} AND ch.entity = 'plan_looks'`,
);

export const DELETE_LOOKS_CREATED = statement(
  'imports.delete-looks-created',
  () => sql`DELETE FROM plan_looks k USING undone_looks u WHERE k.id = u.id AND u.as_left`,
).after(FIND_LOOKS_TO_UNDO);
