import type { SchoolStatus } from '@tracker/domain';
import { raw, shared, sql, statement } from '@tracker/data';
import { columnsOf, REGISTER_COLUMNS } from './school-changes.queries';

// What follows from other columns is worked out anew instead of being put back.
const RESTORED_COLUMNS = [
  ...REGISTER_COLUMNS.filter((column) => column !== 'in_scope'),
  'region_id',
];
const DERIVED = raw(`('in_scope')`);

/**
 * The schools an import changed: `restore` has what is to be put back, which is each column
 * that still reads as the import left it; `kept` says that another one was changed since.
 */
export const FIND_SCHOOLS_TO_RESTORE = statement(
  'imports.find-schools-to-restore',
  (importId: string) => sql`
  CREATE TEMP TABLE undone_schools ON COMMIT DROP AS
  SELECT s.id, s.name,
    coalesce(jsonb_object_agg(a.key, ch.before -> a.key)
      FILTER (WHERE present.school -> a.key = a.value), '{}') AS restore,
    bool_or(a.key <> 'region_id'
      AND present.school -> a.key NOT IN (a.value, ch.before -> a.key)) AS kept
  FROM import_changes ch
  JOIN schools s ON s.id::text = ch.record_key
  CROSS JOIN LATERAL (SELECT to_jsonb(s) AS school) present
  CROSS JOIN LATERAL jsonb_each(ch.after) a
  WHERE ch.import_id = ${importId} AND ch.entity = 'schools' AND ch.before IS NOT NULL
    AND a.key NOT IN ${DERIVED}
    -- A region that is gone, or was set by hand since, is not put back.
    AND (a.key <> 'region_id' OR NOT s.region_set_by_hand AND (ch.before ->> 'region_id' IS NULL
      OR EXISTS (SELECT FROM regions r WHERE r.id::text = ch.before ->> 'region_id')))
  GROUP BY s.id, s.name`,
);

export const RESTORE_SCHOOLS = statement(
  'imports.restore-schools',
  () => sql`
  UPDATE schools s SET
    (${raw(RESTORED_COLUMNS.join(', '))}) = (
      SELECT ${columnsOf('r', RESTORED_COLUMNS)} FROM jsonb_populate_record(s, u.restore) r
    ),
    version = s.version + 1, updated_at = statement_timestamp()
  FROM undone_schools u
  WHERE s.id = u.id AND u.restore <> '{}'`,
).after(FIND_SCHOOLS_TO_RESTORE);

/** The schools an import created; `hangs` says that something of people's or of another import hangs on it. */
export const FIND_SCHOOLS_CREATED = statement('imports.find-schools-created', (id: string) => {
  const importId = shared(id);
  return sql`
  CREATE TEMP TABLE uncreated_schools ON COMMIT DROP AS
  SELECT s.id, s.name, (
    s.notes IS NOT NULL OR s.region_set_by_hand
    OR EXISTS (SELECT FROM visits x WHERE x.school_id = s.id)
    OR EXISTS (SELECT FROM contacts x WHERE x.school_id = s.id)
    OR EXISTS (SELECT FROM follow_up_actions x WHERE x.school_id = s.id)
    OR EXISTS (SELECT FROM music_development_plans x WHERE x.school_id = s.id)
    OR EXISTS (SELECT FROM plan_looks x WHERE x.school_id = s.id)
    OR EXISTS (SELECT FROM plan_documents x WHERE x.school_id = s.id)
    OR EXISTS (SELECT FROM queue_holds x WHERE x.school_id = s.id)
    OR other.record_key IS NOT NULL
  ) AS hangs
  FROM import_changes ch
  JOIN schools s ON s.id::text = ch.record_key
  -- As a set, once: asked for each school alone it would read all changes each time.
  LEFT JOIN (
    SELECT DISTINCT o.record_key
    FROM import_changes o JOIN imports i ON i.id = o.import_id
    WHERE o.entity = 'schools' AND o.import_id <> ${importId} AND i.status = 'done'
  ) other ON other.record_key = ch.record_key
  WHERE ch.import_id = ${importId} AND ch.entity = 'schools' AND ch.before IS NULL`;
});

export const DELETE_SCHOOLS_CREATED = statement(
  'imports.delete-schools-created',
  () => sql`
  DELETE FROM schools s USING uncreated_schools u WHERE s.id = u.id AND NOT u.hangs`,
).after(FIND_SCHOOLS_CREATED);

export const KINDS_OF_SCHOOL_TOUCHED = statement(
  'imports.kinds-of-school-touched',
  () => sql<{ status: SchoolStatus; establishmentType: string | null }>`
  SELECT DISTINCT s.status, s.establishment_type AS "establishmentType"
  FROM schools s JOIN undone_schools u USING (id)`,
).after(FIND_SCHOOLS_TO_RESTORE);

interface KindsOfSchool {
  /** Status, type of establishment and whether such a school is in scope, side by side. */
  statuses: readonly SchoolStatus[];
  types: readonly (string | null)[];
  inScope: readonly boolean[];
}

export const DERIVE_SCOPE = statement(
  'imports.derive-scope',
  ({ statuses, types, inScope }: KindsOfSchool) => sql`
  UPDATE schools s SET in_scope = k.in_scope
  FROM undone_schools u, unnest(${statuses}::text[], ${types}::text[], ${inScope}::boolean[]) AS k (status, type, in_scope)
  WHERE s.id = u.id AND s.status = k.status AND s.establishment_type IS NOT DISTINCT FROM k.type
    AND s.in_scope <> k.in_scope`,
).after(FIND_SCHOOLS_TO_RESTORE);

export const DERIVE_REGIONS = statement(
  'imports.derive-regions',
  () => sql`
  UPDATE schools s SET region_id = d.region_id
  FROM undone_schools u
  JOIN schools own ON own.id = u.id
  JOIN region_districts d ON d.district = own.district
  WHERE s.id = u.id AND NOT s.region_set_by_hand AND s.region_id IS DISTINCT FROM d.region_id`,
).after(FIND_SCHOOLS_TO_RESTORE);
