export const SCHOOLS_ON_RECORD = `
  SELECT id, urn, name, town, postcode, status, opened_on AS "openedOn", closed_on AS "closedOn",
    ARRAY[locality, street, district] AS places
  FROM schools`;

export const LINEAGE_ON_RECORD = `
  SELECT school_id AS "schoolId", array_agg(ancestor_id) AS "ancestorIds"
  FROM school_lineage WHERE school_id <> ancestor_id GROUP BY school_id`;

export const CREATE_STAGED_VISITS = `
  CREATE TEMP TABLE staged_visits (
    line integer PRIMARY KEY, school_id uuid NOT NULL, visited_on date NOT NULL, kind text NOT NULL,
    visitor_id uuid, visitor_note text, met_with text, summary text NOT NULL
  ) ON COMMIT DROP`;

export const STAGE_VISITS = `
  INSERT INTO staged_visits
    (line, school_id, visited_on, kind, visitor_id, visitor_note, met_with, summary)
  SELECT line, "schoolId", "visitedOn", kind, "visitorId", "visitorNote", "metWith", summary
  FROM json_to_recordset($1::json) AS r (line integer, "schoolId" uuid, "visitedOn" date, kind text,
    "visitorId" uuid, "visitorNote" text, "metWith" text, summary text)`;

/**
 * The visits not on record yet. One is on record when a completed visit of that day is: at the
 * school, at one it followed or at one that followed it, or on an earlier line of the same file.
 */
export const FIND_NEW_VISITS = `
  CREATE TEMP TABLE new_visits ON COMMIT DROP AS
  WITH asked AS MATERIALIZED (
    SELECT DISTINCT school_id FROM staged_visits
  ), same AS MATERIALIZED (
    SELECT school_id, school_id AS same_id FROM asked
    UNION SELECT school_id, ancestor_id FROM school_lineage JOIN asked USING (school_id)
    UNION SELECT a.school_id, l.school_id FROM school_lineage l JOIN asked a ON a.school_id = l.ancestor_id
  )
  SELECT gen_random_uuid() AS id, s.*
  FROM staged_visits s
  WHERE NOT EXISTS (
    SELECT FROM same JOIN visits v ON v.school_id = same.same_id
    WHERE same.school_id = s.school_id AND v.status = 'completed' AND v.visited_on = s.visited_on
  ) AND NOT EXISTS (
    SELECT FROM same JOIN staged_visits e ON e.school_id = same.same_id
    WHERE same.school_id = s.school_id AND e.visited_on = s.visited_on AND e.line < s.line
  )`;

export const INSERT_VISITS = `
  INSERT INTO visits (id, school_id, kind, status, visited_on, visitor_id, visitor_note)
  SELECT id, school_id, kind, 'completed', visited_on, visitor_id, visitor_note
  FROM new_visits ORDER BY line`;

// $1: who brought the file
export const INSERT_OUTCOMES = `
  INSERT INTO visit_outcomes (visit_id, met_with, summary, logged_by_id)
  SELECT id, met_with, summary, $1 FROM new_visits`;

// $1: the import
export const RECORD_NEW_VISITS = `
  INSERT INTO import_changes (import_id, seq, entity, record_key, after)
  SELECT $1, row_number() OVER (ORDER BY n.line), 'visits', n.id,
    jsonb_build_object('school_id', school_id, 'kind', kind, 'status', 'completed',
      'visited_on', visited_on, 'visitor_id', visitor_id, 'visitor_note', visitor_note,
      'met_with', met_with, 'summary', summary)
  FROM new_visits n`;

export const COUNT_VISITS = `
  SELECT count(*) AS created, (SELECT count(*) FROM staged_visits) - count(*) AS unchanged,
    0 AS updated, 0 AS closed
  FROM new_visits`;
