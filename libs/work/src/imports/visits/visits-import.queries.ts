import { OPEN_VISIT_STATUSES, type RowDecision } from '@tracker/domain';
import { raw, shared, sql, type Sql, statement } from '@tracker/data';
import type { ImportCounts } from '../import-work';

/** @param importId or SQL for it */
export const countRows = (importId: string | Sql): Sql<ImportCounts> => sql`
  SELECT count(*) FILTER (WHERE outcome = 'new')::int AS created,
    count(*) FILTER (WHERE outcome IN ('changed', 'completes'))::int AS updated,
    count(*) FILTER (WHERE outcome = 'identical')::int AS unchanged, 0 AS closed,
    count(*) FILTER (WHERE outcome = 'handed_back')::int AS rejected,
    count(*) FILTER (WHERE outcome = 'skipped')::int AS skipped
  FROM import_rows WHERE import_id = ${importId}`;

export const COUNT_ROWS = statement('imports.count-rows', (importId: string) =>
  countRows(importId),
);

export const DECISIONS_ON_ROWS = statement(
  'imports.decisions-on-rows',
  (importId: string) => sql<{ rowKey: string; decision: RowDecision }>`
  SELECT row_key AS "rowKey", decision FROM import_row_decisions WHERE import_id = ${importId}`,
);

export const DROP_ROWS = statement(
  'imports.drop-rows',
  (importId: string) => sql`DELETE FROM import_rows WHERE import_id = ${importId}`,
);

export const RECORD_CHANGED = statement(
  'imports.record-changed',
  (importId: string, message: string) => sql`
  UPDATE imports SET dry_run = true, message = ${message} WHERE id = ${importId}`,
);

export const HOLD_VISITS = statement(
  'imports.hold-visits',
  (importId: string) => sql`
  SELECT FROM visits WHERE id IN (
    SELECT visit_id FROM import_rows
    WHERE import_id = ${importId} AND outcome IN ('changed', 'completes')
  ) ORDER BY id FOR UPDATE`,
);

export const FIND_WRITTEN = statement(
  'imports.find-written-visits',
  (importId: string, fileName: string) => sql`
  CREATE TEMP TABLE written_visits ON COMMIT DROP AS
  SELECT CASE WHEN outcome = 'new' THEN gen_random_uuid() ELSE visit_id END AS id, outcome, position,
    school_id, visited_on, coalesce(said ->> 'kind', 'cycle') AS kind, said ? 'kind' AS kind_said,
    visitor_id, CASE WHEN visitor_id IS NULL THEN visitor_name END AS visitor_note, visitor_name,
    said ->> 'metWith' AS met_with, coalesce(
      jsonb_path_query_first(changes, '$[*] ? (@.field == "summary").after') #>> '{}',
      said ->> 'summary') AS summary,
    'No notes were kept. Imported from ' || ${fileName} || '.' AS no_notes, changes
  FROM import_rows
  WHERE import_id = ${importId} AND outcome IN ('new', 'changed', 'completes')`,
);

/** A row that was written says which visit it became, to be known by when it is sent again. */
export const NAME_VISITS = statement(
  'imports.name-visits-of-rows',
  (importId: string) => sql`
  UPDATE import_rows r SET visit_id = w.id FROM written_visits w
  WHERE r.import_id = ${importId} AND r.position = w.position AND w.outcome = 'new'`,
).after(FIND_WRITTEN);

export const INSERT_VISITS = statement(
  'imports.insert-visits',
  () => sql`
  INSERT INTO visits (id, school_id, kind, status, visited_on, visitor_id, visitor_note)
  SELECT id, school_id, kind, 'completed', visited_on, visitor_id, visitor_note
  FROM written_visits WHERE outcome = 'new' ORDER BY position`,
).after(FIND_WRITTEN);

/** Each visit as it is before anything is written to it, for taking the import back. */
export const KEEP_BEFORE = statement(
  'imports.keep-visits-before',
  () => sql`
  CREATE TEMP TABLE visits_before ON COMMIT DROP AS
  SELECT v.id, jsonb_build_object('kind', v.kind, 'status', v.status, 'visited_on', v.visited_on,
      'visitor_id', v.visitor_id, 'visitor_note', v.visitor_note)
    || CASE WHEN o.visit_id IS NULL THEN '{}' ELSE jsonb_build_object('met_with', o.met_with,
      'summary', o.summary, 'corrected_at', o.corrected_at, 'corrected_by_id', o.corrected_by_id,
      'correction_reason', o.correction_reason) END AS before
  FROM visits v JOIN written_visits w ON w.id = v.id AND w.outcome <> 'new'
  LEFT JOIN visit_outcomes o ON o.visit_id = v.id`,
).after(FIND_WRITTEN);

/** A visit that was planned for the day took place on it, by whom the file says. */
export const COMPLETE_VISITS = statement(
  'imports.complete-visits',
  () => sql`
  UPDATE visits v SET status = 'completed', visited_on = w.visited_on,
    visitor_id = CASE WHEN w.visitor_name IS NULL THEN v.visitor_id ELSE w.visitor_id END,
    visitor_note = CASE WHEN w.visitor_name IS NULL THEN v.visitor_note ELSE w.visitor_note END,
    version = v.version + 1, updated_at = now()
  FROM written_visits w
  WHERE v.id = w.id AND w.outcome = 'completes' AND v.status = ANY ('{${raw(OPEN_VISIT_STATUSES.join())}}')`,
).after(FIND_WRITTEN);

export const CHANGE_VISITS = statement(
  'imports.change-visits',
  () => sql`
  UPDATE visits v SET kind = CASE WHEN w.kind_said THEN w.kind ELSE v.kind END,
    visited_on = CASE WHEN w.changes @> '[{"field": "day"}]' THEN w.visited_on ELSE v.visited_on END,
    visitor_id = CASE WHEN w.changes @> '[{"field": "visitor"}]' THEN w.visitor_id ELSE v.visitor_id END,
    visitor_note = CASE WHEN w.changes @> '[{"field": "visitor"}]' THEN w.visitor_note
      ELSE v.visitor_note END,
    version = v.version + 1, updated_at = now()
  FROM written_visits w WHERE v.id = w.id AND w.outcome = 'changed'`,
).after(FIND_WRITTEN);

export const INSERT_OUTCOMES = statement(
  'imports.insert-outcomes',
  (loggedById: string | null) => sql`
  INSERT INTO visit_outcomes (visit_id, met_with, summary, logged_by_id)
  SELECT id, met_with, coalesce(summary, no_notes), ${loggedById}
  FROM written_visits WHERE outcome IN ('new', 'completes')`,
).after(FIND_WRITTEN);

/** Who brought the file, and its name. */
interface Brought {
  by: string | null;
  fileName: string;
}

export const CHANGE_OUTCOMES = statement('imports.change-outcomes', (file: Brought) => {
  const by = shared(file.by);
  return sql`
  INSERT INTO visit_outcomes AS o (visit_id, met_with, summary, logged_by_id)
  SELECT id, met_with, coalesce(summary, no_notes), ${by} FROM written_visits WHERE outcome = 'changed'
  ON CONFLICT (visit_id) DO UPDATE SET
    met_with = coalesce(EXCLUDED.met_with, o.met_with),
    summary = CASE WHEN EXCLUDED.summary LIKE 'No notes were kept. Imported from %' THEN o.summary
      ELSE EXCLUDED.summary END,
    corrected_at = now(), corrected_by_id = ${by},
    correction_reason = 'Imported again from ' || ${file.fileName} || '.'`;
}).after(FIND_WRITTEN);

export const RECORD_EVENTS = statement(
  'imports.record-visit-events',
  ({ by, fileName }: Brought) => sql`
  INSERT INTO visit_events (visit_id, kind, by_id, why, scheduled_on, start_time, visitor_id)
  SELECT v.id, CASE w.outcome WHEN 'completes' THEN 'completed' ELSE 'corrected' END, ${by},
    'Imported from ' || ${fileName}, v.scheduled_on, v.start_time, v.visitor_id
  FROM written_visits w JOIN visits v ON v.id = w.id WHERE w.outcome <> 'new'`,
).after(FIND_WRITTEN);

export const RECORD_CHANGES = statement(
  'imports.record-visit-changes',
  (importId: string) => sql`
  INSERT INTO import_changes (import_id, seq, entity, record_key, before, after)
  SELECT ${importId}, row_number() OVER (ORDER BY w.position), 'visits', v.id, b.before,
    jsonb_build_object('school_id', v.school_id, 'kind', v.kind, 'status', v.status,
      'visited_on', v.visited_on, 'visitor_id', v.visitor_id, 'visitor_note', v.visitor_note,
      'met_with', o.met_with, 'summary', o.summary)
  FROM written_visits w
  JOIN visits v ON v.id = w.id
  LEFT JOIN visits_before b ON b.id = v.id
  LEFT JOIN visit_outcomes o ON o.visit_id = v.id`,
).after(KEEP_BEFORE);
