import type { Day, ScoreFacts } from '@tracker/domain';
import {
  lastVisitOn,
  onRecord,
  overdueActions,
  planRecordColumns,
  type PlanRecordRow,
  shared,
  sql,
  statement,
} from '@tracker/data';

/**
 * Takes stale schools that nobody else is ranking and gives their ids. Deleting them first
 * makes a writer that touches one of them wait for this transaction and mark it anew.
 */
export const CLAIM_STALE = statement(
  'scoring.claim-stale',
  (most: number) => sql<{ id: string }>`
  DELETE FROM stale_scores WHERE school_id IN (
    SELECT school_id FROM stale_scores ORDER BY school_id LIMIT ${most} FOR UPDATE SKIP LOCKED
  )
  RETURNING school_id AS id`,
);

/** The same of those alone that come before all others. */
export const CLAIM_FIRST = statement(
  'scoring.claim-first',
  (most: number) => sql<{ id: string }>`
  DELETE FROM stale_scores WHERE school_id IN (
    SELECT school_id FROM stale_scores WHERE comes_first
    ORDER BY school_id LIMIT ${most} FOR UPDATE SKIP LOCKED
  )
  RETURNING school_id AS id`,
);

export type FactsRow = Omit<ScoreFacts, 'specialOrAlternative' | 'plan'> &
  PlanRecordRow & {
    id: string;
    establishmentType: string | null;
  };

interface FactsAsked {
  ids: readonly string[];
  today: Day;
}

/** One row for each claimed school that is in scope, with what `scoreSchool` asks for. */
export const SCORE_FACTS = statement('scoring.facts', (asked: FactsAsked) => {
  const today = shared(asked.today);
  return sql<FactsRow>`
  WITH claimed AS (
    SELECT unnest(${asked.ids}::uuid[]) AS id
  ), led AS (
    SELECT DISTINCT k.school_id FROM contacts k
    JOIN claimed c ON c.id = k.school_id WHERE k.role = 'music_lead' AND ${onRecord('k')}
  )
  SELECT s.id, ${lastVisitOn(today)} AS "lastVisitedOn", s.fsm_percent AS "fsmPercent",
    ${planRecordColumns()},
    ${overdueActions(today)} AS "overdueActions",
    s.establishment_type AS "establishmentType",
    led.school_id IS NOT NULL AS "hasMusicLead"
  FROM claimed c
  JOIN schools s ON s.id = c.id AND s.in_scope
  JOIN school_standings t ON t.school_id = s.id
  LEFT JOIN led ON led.school_id = s.id`;
});

/**
 * Writes the scores that differ from what is there and counts them. The rows are one JSON array: as seven
 * arrays, with every sentence quoted anew for PostgreSQL, the same took more than twice as long.
 */
export const WRITE_SCORES = statement(
  'scoring.write',
  (scores: string) => sql<{ changed: number }>`
  WITH written AS (
  INSERT INTO priority_scores AS p
    (school_id, state, band, score, factors, last_visited_on, months_since)
  SELECT * FROM json_to_recordset(${scores}::json) AS row (id uuid, state text, band smallint,
    score numeric, factors json, "lastVisitedOn" date, "monthsSince" int)
  ON CONFLICT (school_id) DO UPDATE SET
    state = excluded.state, band = excluded.band, score = excluded.score,
    factors = excluded.factors, last_visited_on = excluded.last_visited_on,
    months_since = excluded.months_since, scored_at = now()
  WHERE (p.state, p.score, p.last_visited_on, p.months_since)
      IS DISTINCT FROM (excluded.state, excluded.score, excluded.last_visited_on, excluded.months_since)
    OR p.factors::text <> excluded.factors::text
  RETURNING 1
  ) SELECT count(*)::int AS changed FROM written`,
);

/** A claimed school that left the scope has no rank any more. */
export const DROP_SCORES_OUT_OF_SCOPE = statement(
  'scoring.drop-out-of-scope',
  (ids: readonly string[]) => sql`
  DELETE FROM priority_scores p USING schools s
  WHERE p.school_id = ANY (${ids}::uuid[]) AND s.id = p.school_id AND NOT s.in_scope`,
);

/** Each place of the queue has one row of its count again (docs/decisions/021-counted-places.md). */
export const ADD_UP_PLACES = statement(
  'scoring.add-up-places',
  () => sql<{ added: string }>`SELECT add_up_queue_places() AS added`,
);
