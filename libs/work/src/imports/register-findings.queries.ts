import { type Day, type RegisterCoverage, TYPES_OF_GROUP } from '@tracker/domain';
import { openSchool, raw, shared, sql, type Sql, statement } from '@tracker/data';
import { CREATE_STAGED_SCHOOLS, RESOLVE_SCHOOLS } from './school-changes.queries';

/** The group of the register's files in which a school of this row is. */
const groupOf = (alias: string): Sql =>
  raw(
    `CASE ${Object.entries(TYPES_OF_GROUP)
      .map(([group, types]) => {
        const names = types.map((type) => `'${type.toLowerCase()}'`).join(', ');
        return `WHEN lower(${alias}.establishment_type) IN (${names}) THEN '${group}'`;
      })
      .join(' ')} ELSE 'schools' END`,
  );

/** A finding that offers a school for closing. */
export const OFFERS_CLOSING = raw(`('not_listed', 'beside_successor')`);

/** Open schools of the file's authorities, by group: how many it has, and how many it has not. */
export const FIND_COVERAGE = statement(
  'imports.find-coverage',
  () => sql<RegisterCoverage>`
  SELECT c.la_code AS "laCode", ${groupOf('c')} AS "group",
    count(t.urn)::int AS listed, (count(*) - count(t.urn))::int AS missing
  FROM schools c LEFT JOIN target_schools t ON t.urn = c.urn
  WHERE c.in_scope AND coalesce(c.la_code, '') IN (
    SELECT coalesce(la_code, '') FROM target_schools WHERE in_scope)
  GROUP BY 1, 2 ORDER BY 1, 2`,
).after(RESOLVE_SCHOOLS);

interface Listing {
  /** Authority and group of the whole lists in the file, side by side. */
  laCodes: readonly (string | null)[];
  groups: readonly string[];
  /** The latest day of the file, null unless it is a day of change. */
  day: Day | null;
}

const notInFile = ({ laCodes, groups }: Listing, day: Sql): Sql => sql`
  SELECT c.urn FROM schools c
  JOIN unnest(${laCodes}::text[], ${groups}::text[]) AS whole (la_code, grp)
    ON whole.la_code IS NOT DISTINCT FROM c.la_code AND whole.grp = ${groupOf('c')}
  WHERE c.in_scope AND NOT EXISTS (SELECT FROM target_schools t WHERE t.urn = c.urn)
    -- A file that is certainly older than the school cannot have it.
    AND coalesce(c.opened_on::text <= ${day}::text, true)`;

const notInYoungerList = (day: Sql): Sql => sql`
  SELECT DISTINCT ON (t.urn) t.urn, i.file_name
  FROM target_schools t
  JOIN imports i ON i.kind = 'schools' AND i.status = 'done' AND NOT i.dry_run
    AND i.register ->> 'latestDay' > ${day}::text
  CROSS JOIN LATERAL jsonb_to_recordset(i.register -> 'coverage')
    AS v ("laCode" text, "group" text, listed int, missing int)
  WHERE t.is_new AND t.in_scope AND v."group" = ${groupOf('t')}
    AND v."laCode" IS NOT DISTINCT FROM t.la_code AND v.listed > v.missing
  ORDER BY t.urn, i.register ->> 'latestDay' DESC`;

/** Schools decided to stay open; nobody is asked about them again. */
const KEPT = sql`
  SELECT f.urn FROM import_findings f JOIN imports i ON i.id = f.import_id
  WHERE f.kind IN ${OFFERS_CLOSING} AND f.decision = 'kept' AND i.status = 'done'`;

export interface NotListed {
  urn: number;
  name: string;
  postcode: string | null;
  openedOn: Day | null;
  fileName: string | null;
}

/**
 * Open schools that the file no longer has, or that a younger list had not. `fileName` is null for
 * the file at hand.
 */
export const FIND_NOT_LISTED = statement('imports.find-not-listed', (listing: Listing) => {
  const day = shared(listing.day);
  return sql<NotListed>`
  SELECT c.urn, c.name, c.postcode, c.opened_on AS "openedOn", gone.file_name AS "fileName"
  FROM (
    SELECT urn, NULL AS file_name FROM (${notInFile(listing, day)}) missing
    UNION ALL
    SELECT urn, file_name FROM (${notInYoungerList(day)}) older
  ) gone
  JOIN schools c ON c.urn = gone.urn
  WHERE c.urn NOT IN (${KEPT})
  ORDER BY c.name, c.urn`;
}).after(RESOLVE_SCHOOLS);

/** Open schools with an open successor, also by way of schools that have closed or are not on record. */
export const OPEN_SUCCESSORS = sql`
  WITH RECURSIVE chain AS (
    SELECT l.predecessor_urn AS urn, l.successor_urn AS at FROM school_links l
    JOIN schools p ON p.urn = l.predecessor_urn AND p.in_scope
    WHERE l.link_type ILIKE 'successor%'
    UNION
    SELECT c.urn, l.successor_urn FROM chain c
    JOIN school_links l ON l.predecessor_urn = c.at AND l.link_type ILIKE 'successor%'
  )
  SELECT DISTINCT ON (c.urn) c.urn, s.id AS successor_id, s.urn AS successor_urn,
    s.name AS successor_name, s.opened_on AS successor_opened_on
  FROM chain c JOIN schools s ON s.urn = c.at AND s.in_scope AND s.urn <> c.urn
  ORDER BY c.urn, s.opened_on DESC NULLS LAST, s.urn`;

export interface BesideSuccessor {
  urn: number;
  name: string;
  successorUrn: number;
}

export const FIND_BESIDE_SUCCESSOR = statement(
  'imports.find-beside-successor',
  () => sql<BesideSuccessor>`
  SELECT p.urn, p.name, o.successor_urn AS "successorUrn"
  FROM (${OPEN_SUCCESSORS}) o JOIN schools p ON p.urn = o.urn
  WHERE p.urn NOT IN (${KEPT})
  ORDER BY p.name, p.urn`,
);

/** Schools at the postcode of one of these that are open and may have followed it. */
export const FIND_AT_POSTCODE = statement('imports.find-at-postcode', (of: readonly number[]) => {
  const urns = shared(of);
  return sql<{ urn: number; otherUrn: number; otherName: string }>`
  SELECT m.urn, t.urn AS "otherUrn", t.name AS "otherName"
  FROM schools m
  JOIN schools t ON t.postcode = m.postcode AND t.in_scope AND t.urn <> m.urn
  WHERE m.urn = ANY (${urns}::int[]) AND t.urn <> ALL (${urns}::int[])
    AND (t.opened_on IS NULL OR m.opened_on IS NULL OR t.opened_on > m.opened_on)
  ORDER BY t.urn`;
});

/** A school waits for one decision: the latest import that offers it. */
export const DROP_OLDER_OFFERS = statement(
  'imports.drop-older-offers',
  (urns: readonly (number | null | undefined)[]) => sql`
  DELETE FROM import_findings f USING imports i
  WHERE i.id = f.import_id AND NOT i.dry_run AND f.kind IN ${OFFERS_CLOSING}
    AND f.decision IS NULL AND f.urn = ANY (${urns}::int[])`,
);

/**
 * What the file lists as open is offered no more.
 *
 * @param day the latest of the file, null when it is not dated
 */
export const DROP_OFFERS_OF_LISTED = statement(
  'imports.drop-offers-of-listed',
  (day: Day | null) => sql`
  DELETE FROM import_findings f USING imports i, target_schools t
  WHERE i.id = f.import_id AND NOT i.dry_run AND f.kind = 'not_listed' AND f.decision IS NULL
    AND t.urn = f.urn AND t.in_scope
    AND NOT coalesce(${day}::text < i.register ->> 'latestDay', false)`,
).after(RESOLVE_SCHOOLS);

export const OFFERED_ALREADY = statement(
  'imports.offered-already',
  () => sql<{ urn: number }>`
  SELECT f.urn FROM import_findings f JOIN imports i ON i.id = f.import_id
  WHERE f.kind IN ${OFFERS_CLOSING} AND f.decision IS NULL AND i.status = 'done' AND NOT i.dry_run`,
);

/** The districts as they were, of the schools the file may move to another. */
export const REMEMBER_DISTRICTS = statement(
  'imports.remember-districts',
  () => sql`
  CREATE TEMP TABLE schools_before_import ON COMMIT DROP AS
  SELECT c.id, c.district, c.region_set_by_hand
  FROM target_schools t JOIN schools c ON c.id = t.id
  WHERE c.district IS DISTINCT FROM t.district`,
).after(RESOLVE_SCHOOLS);

/** Schools whose new district no region has: they keep the region they have. */
export const FIND_REGIONS_KEPT = statement(
  'imports.find-regions-kept',
  () => sql<{ urn: number; name: string; district: string; region: string }>`
  SELECT t.urn, t.name, t.district, r.name AS region
  FROM target_schools t
  JOIN schools_before_import b ON b.id = t.id
  JOIN regions r ON r.id = t.region_id
  LEFT JOIN region_districts d ON d.district = t.district
  WHERE ${openSchool('t')} AND d.district IS NULL AND t.district IS NOT NULL
    AND b.district IS DISTINCT FROM t.district AND NOT b.region_set_by_hand
  ORDER BY t.district, t.name, t.urn`,
).after(REMEMBER_DISTRICTS);

/** A school that somebody closed stays closed for a file from before that. */
export const KEEP_CLOSED = statement(
  'imports.keep-closed',
  (latestDay: Day) => sql`
  UPDATE staged_schools s SET record = s.record - '{status,closed_on,in_scope}'::text[]
  FROM schools c
  WHERE c.urn = s.urn AND c.status = 'closed' AND s.record ->> 'status' <> 'closed'
    AND EXISTS (
      SELECT FROM import_findings f JOIN imports i ON i.id = f.import_id
      WHERE f.urn = s.urn AND f.decision = 'closed' AND i.status = 'done'
        AND i.register ->> 'latestDay' > ${latestDay}::text)`,
).after(CREATE_STAGED_SCHOOLS);

export const COUNT_WITHOUT_DISTRICT = statement(
  'imports.count-without-district',
  () => sql<{ count: number }>`
  SELECT count(*)::int AS count FROM schools WHERE in_scope AND district IS NULL`,
);

export const COUNT_WITHOUT_REGION = statement(
  'imports.count-without-region',
  () => sql<{ count: number | null }>`
  SELECT CASE WHEN EXISTS (SELECT FROM regions) THEN count(*)::int END AS count
  FROM schools WHERE in_scope AND region_id IS NULL`,
);
