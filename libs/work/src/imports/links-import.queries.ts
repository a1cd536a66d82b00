import { shared, sql, statement } from '@tracker/data';
import type { ImportCounts } from './import-work';

export const CREATE_STAGED_LINKS = statement(
  'imports.create-staged-links',
  () => sql`
  CREATE TEMP TABLE staged_links (
    predecessor_urn integer, successor_urn integer, link_type text NOT NULL, established_on date,
    PRIMARY KEY (predecessor_urn, successor_urn)
  ) ON COMMIT DROP`,
);

export const STAGE_LINKS = statement(
  'imports.stage-links',
  (links: string) => sql`
  INSERT INTO staged_links (predecessor_urn, successor_urn, link_type, established_on)
  SELECT "predecessorUrn", "successorUrn", "linkType", "establishedOn"
  FROM json_to_recordset(${links}::json) AS r
    ("predecessorUrn" integer, "successorUrn" integer, "linkType" text, "establishedOn" date)`,
).after(CREATE_STAGED_LINKS);

/** A link without a day keeps the day that is known. */
export const FIND_CHANGED_LINKS = statement(
  'imports.find-changed-links',
  () => sql`
  CREATE TEMP TABLE changed_links ON COMMIT DROP AS
  SELECT s.predecessor_urn, s.successor_urn, s.link_type,
    coalesce(s.established_on, c.established_on) AS established_on,
    c.predecessor_urn IS NULL AS is_new,
    jsonb_build_object('link_type', c.link_type, 'established_on', c.established_on) AS before
  FROM staged_links s
  LEFT JOIN school_links c USING (predecessor_urn, successor_urn)
  WHERE c.predecessor_urn IS NULL OR ROW(c.link_type, c.established_on)
    IS DISTINCT FROM ROW(s.link_type, coalesce(s.established_on, c.established_on))`,
).after(CREATE_STAGED_LINKS);

export const RECORD_LINK_CHANGES = statement('imports.record-link-changes', (id: string) => {
  const importId = shared(id);
  return sql`
  INSERT INTO import_changes (import_id, seq, entity, record_key, before, after)
  SELECT ${importId}, (SELECT coalesce(max(seq), 0) FROM import_changes WHERE import_id = ${importId})
    + row_number() OVER (ORDER BY predecessor_urn, successor_urn), 'school_links',
    predecessor_urn || '-' || successor_urn,
    CASE WHEN NOT is_new THEN before END,
    jsonb_build_object('link_type', link_type, 'established_on', established_on)
  FROM changed_links`;
}).after(FIND_CHANGED_LINKS);

export const WRITE_LINKS = statement(
  'imports.write-links',
  () => sql`
  INSERT INTO school_links (predecessor_urn, successor_urn, link_type, established_on)
  SELECT predecessor_urn, successor_urn, link_type, established_on FROM changed_links
  ON CONFLICT (predecessor_urn, successor_urn) DO UPDATE
  SET link_type = EXCLUDED.link_type, established_on = EXCLUDED.established_on`,
).after(FIND_CHANGED_LINKS);

/** Links that wait for a school, before or after, to come on record. */
export const COUNT_LINKS_UNKNOWN = statement(
  'imports.count-links-unknown',
  () => sql<{ count: number }>`
  SELECT count(*)::int AS count FROM staged_links l
  WHERE NOT EXISTS (SELECT FROM schools s WHERE s.urn = l.predecessor_urn)
    OR NOT EXISTS (SELECT FROM schools s WHERE s.urn = l.successor_urn)`,
).after(CREATE_STAGED_LINKS);

export const COUNT_LINKS = statement(
  'imports.count-links',
  () => sql<ImportCounts>`
  SELECT count(*) FILTER (WHERE is_new) AS created, count(*) FILTER (WHERE NOT is_new) AS updated,
    (SELECT count(*) FROM staged_links) - count(*) AS unchanged, 0 AS closed
  FROM changed_links`,
).after(FIND_CHANGED_LINKS);
