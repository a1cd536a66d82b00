import { OPEN_VISIT_STATUSES } from '@tracker/domain';

// $1: the import
export const COUNT_ROWS = `
  SELECT count(*) FILTER (WHERE outcome = 'new')::int AS created,
    count(*) FILTER (WHERE outcome IN ('changed', 'completes'))::int AS updated,
    count(*) FILTER (WHERE outcome = 'identical')::int AS unchanged, 0 AS closed,
    count(*) FILTER (WHERE outcome = 'handed_back')::int AS rejected,
    count(*) FILTER (WHERE outcome = 'skipped')::int AS skipped
  FROM import_rows WHERE import_id = $1`;

// $1: the import; $2: its file's name
export const FIND_WRITTEN = `
  CREATE TEMP TABLE written_visits ON COMMIT DROP AS
  SELECT CASE WHEN outcome = 'new' THEN gen_random_uuid() ELSE visit_id END AS id, outcome, position,
    school_id, visited_on, coalesce(said ->> 'kind', 'cycle') AS kind, said ? 'kind' AS kind_said,
    visitor_id, CASE WHEN visitor_id IS NULL THEN visitor_name END AS visitor_note, visitor_name,
    said ->> 'metWith' AS met_with, said ->> 'summary' AS summary,
    'No notes were kept. Imported from ' || $2 || '.' AS no_notes, changes
  FROM import_rows
  WHERE import_id = $1 AND outcome IN ('new', 'changed', 'completes')`;

export const INSERT_VISITS = `
  INSERT INTO visits (id, school_id, kind, status, visited_on, visitor_id, visitor_note)
  SELECT id, school_id, kind, 'completed', visited_on, visitor_id, visitor_note
  FROM written_visits WHERE outcome = 'new' ORDER BY position`;

/** Each visit as it is before anything is written to it, for taking the import back. */
export const KEEP_BEFORE = `
  CREATE TEMP TABLE visits_before ON COMMIT DROP AS
  SELECT v.id, jsonb_build_object('kind', v.kind, 'status', v.status, 'visited_on', v.visited_on,
      'visitor_id', v.visitor_id, 'visitor_note', v.visitor_note)
    || CASE WHEN o.visit_id IS NULL THEN '{}' ELSE jsonb_build_object('met_with', o.met_with,
      'summary', o.summary, 'corrected_at', o.corrected_at, 'corrected_by_id', o.corrected_by_id,
      'correction_reason', o.correction_reason) END AS before
  FROM visits v JOIN written_visits w ON w.id = v.id AND w.outcome <> 'new'
  LEFT JOIN visit_outcomes o ON o.visit_id = v.id`;

/** A visit that was planned for the day took place on it, by whom the file says. */
export const COMPLETE_VISITS = `
  UPDATE visits v SET status = 'completed', visited_on = w.visited_on,
    visitor_id = CASE WHEN w.visitor_name IS NULL THEN v.visitor_id ELSE w.visitor_id END,
    visitor_note = CASE WHEN w.visitor_name IS NULL THEN v.visitor_note ELSE w.visitor_note END,
    version = v.version + 1, updated_at = now()
  FROM written_visits w
  WHERE v.id = w.id AND w.outcome = 'completes' AND v.status = ANY ('{${OPEN_VISIT_STATUSES.join()}}')`;

export const CHANGE_VISITS = `
  UPDATE visits v SET kind = CASE WHEN w.kind_said THEN w.kind ELSE v.kind END,
    visitor_id = CASE WHEN w.changes @> '[{"field": "visitor"}]' THEN w.visitor_id ELSE v.visitor_id END,
    visitor_note = CASE WHEN w.changes @> '[{"field": "visitor"}]' THEN w.visitor_note
      ELSE v.visitor_note END,
    version = v.version + 1, updated_at = now()
  FROM written_visits w WHERE v.id = w.id AND w.outcome = 'changed'`;

// $1: who brought the file
export const INSERT_OUTCOMES = `
  INSERT INTO visit_outcomes (visit_id, met_with, summary, logged_by_id)
  SELECT id, met_with, coalesce(summary, no_notes), $1
  FROM written_visits WHERE outcome IN ('new', 'completes')`;

// $1: who brought the file; $2: its name
export const CHANGE_OUTCOMES = `
  INSERT INTO visit_outcomes AS o (visit_id, met_with, summary, logged_by_id)
  SELECT id, met_with, coalesce(summary, no_notes), $1 FROM written_visits WHERE outcome = 'changed'
  ON CONFLICT (visit_id) DO UPDATE SET
    met_with = coalesce(EXCLUDED.met_with, o.met_with),
    summary = CASE WHEN EXCLUDED.summary LIKE 'No notes were kept. Imported from %' THEN o.summary
      ELSE EXCLUDED.summary END,
    corrected_at = now(), corrected_by_id = $1, correction_reason = 'Imported again from ' || $2 || '.'`;

// $1: who brought the file; $2: its name
export const RECORD_EVENTS = `
  INSERT INTO visit_events (visit_id, kind, by_id, why, scheduled_on, start_time, visitor_id)
  SELECT v.id, CASE w.outcome WHEN 'completes' THEN 'completed' ELSE 'corrected' END, $1,
    'Imported from ' || $2, v.scheduled_on, v.start_time, v.visitor_id
  FROM written_visits w JOIN visits v ON v.id = w.id WHERE w.outcome <> 'new'`;

// $1: the import
export const RECORD_CHANGES = `
  INSERT INTO import_changes (import_id, seq, entity, record_key, before, after)
  SELECT $1, row_number() OVER (ORDER BY w.position), 'visits', v.id, b.before,
    jsonb_build_object('school_id', v.school_id, 'kind', v.kind, 'status', v.status,
      'visited_on', v.visited_on, 'visitor_id', v.visitor_id, 'visitor_note', v.visitor_note,
      'met_with', o.met_with, 'summary', o.summary)
  FROM written_visits w
  JOIN visits v ON v.id = w.id
  LEFT JOIN visits_before b ON b.id = v.id
  LEFT JOIN visit_outcomes o ON o.visit_id = v.id`;

export const TOUCHED_SCHOOLS = `
  SELECT DISTINCT v.school_id AS id FROM visits v JOIN written_visits w ON w.id = v.id`;
