/** $1: the import; $2: schools, or null for all */
export const READY_ROWS = `
  WITH around AS MATERIALIZED (
    SELECT unnest($2::uuid[]) AS id
    UNION SELECT ancestor_id FROM school_lineage WHERE school_id = ANY ($2::uuid[])
    UNION SELECT school_id FROM school_lineage WHERE ancestor_id = ANY ($2::uuid[])
  )
  SELECT r.row_key AS "rowKey", r.line, r.school_id AS "schoolId", r.visited_on AS "visitedOn", r.said,
    r.visitor_id AS "visitorId", r.visitor_name AS "visitorName", d.decision, r.outcome,
    r.visit_id AS "visitId", r.changes, g.reading -> 'sheets' -> r.sheet_index ->> 'name' AS sheet
  FROM import_rows r
  LEFT JOIN import_row_decisions d ON d.import_id = r.import_id AND d.row_key = r.row_key
  LEFT JOIN import_readings g ON g.import_id = r.import_id
  WHERE r.import_id = $1 AND r.ready AND ($2::uuid[] IS NULL OR r.school_id IN (SELECT id FROM around))
  ORDER BY r.position`;

/** $1: schools. Each with itself, those it followed and those that followed it. */
export const SAME_SCHOOLS = `
  SELECT id AS "schoolId", array_agg(DISTINCT same_id) AS "sameIds" FROM (
    SELECT id, id AS same_id FROM unnest($1::uuid[]) AS s (id)
    UNION SELECT school_id, ancestor_id FROM school_lineage WHERE school_id = ANY ($1::uuid[])
    UNION SELECT ancestor_id, school_id FROM school_lineage WHERE ancestor_id = ANY ($1::uuid[])
  ) AS pairs GROUP BY id`;

/**
 * $1: schools; $2: days. A visit that has not taken place stands on the day it was planned for; one
 * that was taken to another school stands at the one it came from as well, where the file has it.
 */
export const RECORDED_VISITS = `
  SELECT v.id, v.version, v.status, v.kind, v.visitor_id AS "visitorId",
    coalesce(u.name, v.visitor_note) AS "visitorName", o.met_with AS "metWith", o.summary,
    coalesce(v.void_reason, v.cancel_reason, v.not_held_reason) AS why,
    at.school_id AS "schoolId", coalesce(v.visited_on, v.scheduled_on) AS day
  FROM (
    SELECT id, school_id FROM visits WHERE school_id = ANY ($1::uuid[])
    UNION SELECT visit_id, school_id_before FROM visit_events WHERE school_id_before = ANY ($1::uuid[])
  ) AS at
  JOIN visits v ON v.id = at.id
  LEFT JOIN visit_outcomes o ON o.visit_id = v.id
  LEFT JOIN users u ON u.id = v.visitor_id
  WHERE coalesce(v.visited_on, v.scheduled_on) = ANY ($2::date[])
  ORDER BY v.created_at, v.id`;

/** $1: judgements; $2: the import */
export const WRITE_JUDGEMENTS = `
  UPDATE import_rows r SET outcome = j.outcome, reason = j.reason, reason_column = r.column_name,
    reason_value = r.day_as_written, handed_back_for = j."handedBackFor", question_key = NULL,
    visit_id = j."visitId", visit_version = j."visitVersion", changes = j.changes
  FROM json_to_recordset($1::json) AS j ("rowKey" text, outcome text, reason text,
    "handedBackFor" text, "visitId" uuid, "visitVersion" integer, changes jsonb)
  WHERE r.import_id = $2 AND r.row_key = j."rowKey"`;
