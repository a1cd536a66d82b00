export const CREATE_STAGED_LINKS = `
  CREATE TEMP TABLE staged_links (
    predecessor_urn integer, successor_urn integer, link_type text NOT NULL, established_on date,
    PRIMARY KEY (predecessor_urn, successor_urn)
  ) ON COMMIT DROP`;

export const STAGE_LINKS = `
  INSERT INTO staged_links (predecessor_urn, successor_urn, link_type, established_on)
  SELECT "predecessorUrn", "successorUrn", "linkType", "establishedOn"
  FROM json_to_recordset($1::json) AS r
    ("predecessorUrn" integer, "successorUrn" integer, "linkType" text, "establishedOn" date)`;

/** A link without a day keeps the day that is known. */
export const FIND_CHANGED_LINKS = `
  CREATE TEMP TABLE changed_links ON COMMIT DROP AS
  SELECT s.predecessor_urn, s.successor_urn, s.link_type,
    coalesce(s.established_on, c.established_on) AS established_on,
    c.predecessor_urn IS NULL AS is_new,
    jsonb_build_object('link_type', c.link_type, 'established_on', c.established_on) AS before
  FROM staged_links s
  LEFT JOIN school_links c USING (predecessor_urn, successor_urn)
  WHERE c.predecessor_urn IS NULL OR ROW(c.link_type, c.established_on)
    IS DISTINCT FROM ROW(s.link_type, coalesce(s.established_on, c.established_on))`;

export const RECORD_LINK_CHANGES = `
  INSERT INTO import_changes (import_id, seq, entity, record_key, before, after)
  SELECT $1, (SELECT coalesce(max(seq), 0) FROM import_changes WHERE import_id = $1)
    + row_number() OVER (ORDER BY predecessor_urn, successor_urn), 'school_links',
    predecessor_urn || '-' || successor_urn,
    CASE WHEN NOT is_new THEN before END,
    jsonb_build_object('link_type', link_type, 'established_on', established_on)
  FROM changed_links`;

export const WRITE_LINKS = `
  INSERT INTO school_links (predecessor_urn, successor_urn, link_type, established_on)
  SELECT predecessor_urn, successor_urn, link_type, established_on FROM changed_links
  ON CONFLICT (predecessor_urn, successor_urn) DO UPDATE
  SET link_type = EXCLUDED.link_type, established_on = EXCLUDED.established_on`;

export const COUNT_LINKS = `
  SELECT count(*) FILTER (WHERE is_new) AS created, count(*) FILTER (WHERE NOT is_new) AS updated,
    (SELECT count(*) FROM staged_links) - count(*) AS unchanged, 0 AS closed
  FROM changed_links`;
