import { sql, statement } from '@tracker/data';

/** The links an import made or changed, and whether they still are as it left them. */
export const FIND_LINKS_TO_UNDO = statement(
  'imports.find-links-to-undo',
  (importId: string) => sql`
  CREATE TEMP TABLE undone_links ON COMMIT DROP AS
  SELECT l.predecessor_urn, l.successor_urn, ch.before, to_jsonb(l) @> ch.after AS as_left
  FROM import_changes ch
  JOIN school_links l ON l.predecessor_urn || '-' || l.successor_urn = ch.record_key
  WHERE ch.import_id = ${importId} AND ch.entity = 'school_links'`,
);

export const DELETE_LINKS_CREATED = statement(
  'imports.delete-links-created',
  () => sql`
  DELETE FROM school_links l USING undone_links u
  WHERE l.predecessor_urn = u.predecessor_urn AND l.successor_urn = u.successor_urn
    AND u.as_left AND u.before IS NULL`,
).after(FIND_LINKS_TO_UNDO);

export const RESTORE_LINKS = statement(
  'imports.restore-links',
  () => sql`
  UPDATE school_links l SET (link_type, established_on) = (
    SELECT r.link_type, r.established_on FROM jsonb_populate_record(l, u.before) r
  )
  FROM undone_links u
  WHERE l.predecessor_urn = u.predecessor_urn AND l.successor_urn = u.successor_urn
    AND u.as_left AND u.before IS NOT NULL`,
).after(FIND_LINKS_TO_UNDO);

/**
 * The visits an import brought or changed, and whether they still are as it left them; one that
 * actions hang on by now stays as it is.
 */
export const FIND_VISITS_TO_UNDO = statement(
  'imports.find-visits-to-undo',
  (importId: string) => sql`
  CREATE TEMP TABLE undone_visits ON COMMIT DROP AS
  SELECT v.id, v.school_id, s.name, v.visited_on, ch.before,
    (to_jsonb(v) || coalesce(to_jsonb(o), '{}')) @> ch.after
      AND (ch.before ? 'summary'
        OR NOT EXISTS (SELECT FROM follow_up_actions a WHERE a.visit_id = v.id)) AS as_left
  FROM import_changes ch
  JOIN visits v ON v.id::text = ch.record_key
  JOIN schools s ON s.id = v.school_id
  LEFT JOIN visit_outcomes o ON o.visit_id = v.id
  WHERE ch.import_id = ${importId} AND ch.entity = 'visits'`,
);

export const DELETE_VISITS_CREATED = statement(
  'imports.delete-visits-created',
  () => sql`
  DELETE FROM visits v USING undone_visits u WHERE v.id = u.id AND u.as_left AND u.before IS NULL`,
).after(FIND_VISITS_TO_UNDO);

/** Of a visit that the import completed, what was found there goes with it. */
export const DELETE_OUTCOMES_CREATED = statement(
  'imports.delete-outcomes-created',
  () => sql`
  DELETE FROM visit_outcomes o USING undone_visits u
  WHERE o.visit_id = u.id AND u.as_left AND u.before IS NOT NULL AND NOT u.before ? 'summary'`,
).after(FIND_VISITS_TO_UNDO);

export const RESTORE_OUTCOMES = statement(
  'imports.restore-outcomes',
  () => sql`
  UPDATE visit_outcomes o
  SET (met_with, summary, corrected_at, corrected_by_id, correction_reason) = (
    SELECT r.met_with, r.summary, r.corrected_at, r.corrected_by_id, r.correction_reason
    FROM jsonb_populate_record(o, u.before) r
  )
  FROM undone_visits u WHERE o.visit_id = u.id AND u.as_left AND u.before ? 'summary'`,
).after(FIND_VISITS_TO_UNDO);

export const RESTORE_VISITS = statement(
  'imports.restore-visits',
  () => sql`
  UPDATE visits v SET (kind, status, visited_on, visitor_id, visitor_note) = (
    SELECT r.kind, r.status, r.visited_on, r.visitor_id, r.visitor_note
    FROM jsonb_populate_record(v, u.before) r
  ), version = v.version + 1, updated_at = now()
  FROM undone_visits u WHERE v.id = u.id AND u.as_left AND u.before IS NOT NULL`,
).after(FIND_VISITS_TO_UNDO);

/** What was completed by the import is planned again, and its history says so. */
export const RECORD_VISITS_RESTORED = statement(
  'imports.record-visits-restored',
  () => sql`
  INSERT INTO visit_events (visit_id, kind, by_id, why, scheduled_on, start_time, visitor_id)
  SELECT v.id, CASE WHEN u.before ? 'summary' THEN 'corrected' ELSE v.status END,
    nullif(current_setting('tracker.user', true), '')::uuid, 'The import was undone',
    v.scheduled_on, v.start_time, v.visitor_id
  FROM undone_visits u JOIN visits v ON v.id = u.id WHERE u.as_left AND u.before IS NOT NULL`,
).after(FIND_VISITS_TO_UNDO);
