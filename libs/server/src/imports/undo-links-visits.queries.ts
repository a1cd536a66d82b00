/** The links an import ($1) made or changed, and whether they still are as it left them. */
export const FIND_LINKS_TO_UNDO = `
  CREATE TEMP TABLE undone_links ON COMMIT DROP AS
  SELECT l.predecessor_urn, l.successor_urn, ch.before, to_jsonb(l) @> ch.after AS as_left
  FROM import_changes ch
  JOIN school_links l ON l.predecessor_urn || '-' || l.successor_urn = ch.record_key
  WHERE ch.import_id = $1 AND ch.entity = 'school_links'`;

export const DELETE_LINKS_CREATED = `
  DELETE FROM school_links l USING undone_links u
  WHERE l.predecessor_urn = u.predecessor_urn AND l.successor_urn = u.successor_urn
    AND u.as_left AND u.before IS NULL`;

export const RESTORE_LINKS = `
  UPDATE school_links l SET (link_type, established_on) = (
    SELECT r.link_type, r.established_on FROM jsonb_populate_record(l, u.before) r
  )
  FROM undone_links u
  WHERE l.predecessor_urn = u.predecessor_urn AND l.successor_urn = u.successor_urn
    AND u.as_left AND u.before IS NOT NULL`;

/** The visits an import ($1) brought; one that was changed since, or that actions hang on, stays. */
export const FIND_VISITS_TO_UNDO = `
  CREATE TEMP TABLE undone_visits ON COMMIT DROP AS
  SELECT v.id, v.school_id, s.name, v.visited_on,
    (to_jsonb(v) || coalesce(to_jsonb(o), '{}')) @> ch.after
      AND NOT EXISTS (SELECT FROM follow_up_actions a WHERE a.visit_id = v.id) AS as_left
  FROM import_changes ch
  JOIN visits v ON v.id::text = ch.record_key
  JOIN schools s ON s.id = v.school_id
  LEFT JOIN visit_outcomes o ON o.visit_id = v.id
  WHERE ch.import_id = $1 AND ch.entity = 'visits'`;

export const DELETE_VISITS_CREATED = `
  DELETE FROM visits v USING undone_visits u WHERE v.id = u.id AND u.as_left`;
