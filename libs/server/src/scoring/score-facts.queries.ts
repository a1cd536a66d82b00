import { countingVisit, onRecord, overdueAction } from '../rules-in-sql';

/**
 * Takes up to $1 stale schools that nobody else is ranking and gives their ids. Deleting them first
 * makes a writer that touches one of them wait for this transaction and mark it anew.
 */
export const CLAIM_STALE = `
  DELETE FROM stale_scores WHERE school_id IN (
    SELECT school_id FROM stale_scores ORDER BY school_id LIMIT $1 FOR UPDATE SKIP LOCKED
  )
  RETURNING school_id`;

/**
 * One row for each claimed school that is in scope, with what `scoreSchool` asks for.
 * $1 ids, $2 today, $3 kinds that do not count, $4 the current academic year.
 */
export const SCORE_FACTS = `
  WITH claimed AS (
    SELECT unnest($1::uuid[]) AS id
  ), last_visit AS (
    SELECT l.school_id, max(v.visited_on) AS visited_on
    FROM claimed c
    JOIN school_lineage l ON l.school_id = c.id
    JOIN visits v ON v.school_id = l.ancestor_id AND ${countingVisit('$3')} AND v.visited_on <= $2::date
    GROUP BY l.school_id
  ), overdue AS (
    SELECT l.school_id, count(*)::int AS actions
    FROM claimed c
    JOIN school_lineage l ON l.school_id = c.id
    JOIN follow_up_actions a ON a.school_id = l.ancestor_id
      AND ${overdueAction('$2')}
    GROUP BY l.school_id
  ), planned AS (
    SELECT DISTINCT p.school_id FROM music_development_plans p
    JOIN claimed c ON c.id = p.school_id WHERE p.academic_year = $4
  ), led AS (
    SELECT DISTINCT k.school_id FROM contacts k
    JOIN claimed c ON c.id = k.school_id WHERE k.role = 'music_lead' AND ${onRecord('k')}
  )
  SELECT s.id, last_visit.visited_on AS "lastVisitedOn", s.fsm_percent AS "fsmPercent",
    planned.school_id IS NOT NULL AS "hasCurrentPlan",
    coalesce(overdue.actions, 0) AS "overdueActions",
    s.establishment_type AS "establishmentType",
    led.school_id IS NOT NULL AS "hasMusicLead"
  FROM claimed c
  JOIN schools s ON s.id = c.id AND s.in_scope
  LEFT JOIN last_visit ON last_visit.school_id = s.id
  LEFT JOIN overdue ON overdue.school_id = s.id
  LEFT JOIN planned ON planned.school_id = s.id
  LEFT JOIN led ON led.school_id = s.id`;

/**
 * Writes the scores that differ from what is there and counts them. $1 is one JSON array of rows: as
 * seven arrays, with every sentence quoted anew for PostgreSQL, the same took more than twice as long.
 */
export const WRITE_SCORES = `
  WITH written AS (
  INSERT INTO priority_scores AS p
    (school_id, state, band, score, factors, last_visited_on, months_since)
  SELECT * FROM json_to_recordset($1::json) AS row (id uuid, state text, band smallint,
    score numeric, factors json, "lastVisitedOn" date, "monthsSince" int)
  ON CONFLICT (school_id) DO UPDATE SET
    state = excluded.state, band = excluded.band, score = excluded.score,
    factors = excluded.factors, last_visited_on = excluded.last_visited_on,
    months_since = excluded.months_since, scored_at = now()
  WHERE (p.state, p.score, p.last_visited_on, p.months_since)
      IS DISTINCT FROM (excluded.state, excluded.score, excluded.last_visited_on, excluded.months_since)
    OR p.factors::text <> excluded.factors::text
  RETURNING 1
  ) SELECT count(*)::int AS changed FROM written`;

/** A claimed school that left the scope has no rank any more. */
export const DROP_SCORES_OUT_OF_SCOPE = `
  DELETE FROM priority_scores p USING schools s
  WHERE p.school_id = ANY ($1::uuid[]) AND s.id = p.school_id AND NOT s.in_scope`;
