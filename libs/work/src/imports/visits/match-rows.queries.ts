import type { IndexedSchool } from '@tracker/domain';
import { sql, statement } from '@tracker/data';

export const SCHOOLS_ON_RECORD = statement(
  'imports.schools-on-record',
  () => sql<IndexedSchool>`
  SELECT id, urn, name, town, postcode, status, opened_on AS "openedOn", closed_on AS "closedOn",
    phase, establishment_type AS "establishmentType", ARRAY[locality, street, district] AS places
  FROM schools`,
);

export const LINEAGE_ON_RECORD = statement(
  'imports.lineage-on-record',
  () => sql<{ schoolId: string; ancestorIds: string[] }>`
  SELECT school_id AS "schoolId", array_agg(ancestor_id) AS "ancestorIds"
  FROM school_lineage WHERE school_id <> ancestor_id GROUP BY school_id`,
);

export const KNOWN_SCHOOLS = statement(
  'imports.known-schools',
  () => sql<{ name: string; schoolId: string }>`
  SELECT name, school_id AS "schoolId" FROM known_names WHERE kind = 'school' ORDER BY updated_at`,
);

export const USERS_BY_NAME = statement(
  'imports.users-by-name',
  () => sql<{ id: string; name: string }>`SELECT id, name FROM users`,
);

export const KNOWN_VISITORS = statement(
  'imports.known-visitors',
  () => sql<{ key: string; id: string; name: string }>`
  SELECT n.key, u.id, u.name FROM known_names n JOIN users u ON u.id = n.user_id
  WHERE n.kind = 'visitor'`,
);

export const VISITORS_AS_WRITTEN = statement(
  'imports.visitors-as-written',
  (importId: string) => sql<{ cell: string; rows: number }>`
  SELECT said ->> 'visitorName' AS cell, count(*)::int AS rows FROM import_rows
  WHERE import_id = ${importId} AND said ->> 'visitorName' IS NOT NULL
  GROUP BY 1 ORDER BY 2 DESC, 1`,
);

/** Whose initials are suggested: accounts that make visits. */
export const ACTIVE_VISITORS = statement(
  'imports.active-visitors',
  () => sql<{ id: string; name: string }>`
  SELECT id, name FROM users WHERE active AND role <> 'manager'`,
);
