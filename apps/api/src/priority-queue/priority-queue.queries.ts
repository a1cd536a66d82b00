import type { QueueEntry } from '@tracker/contract';
import type { Day } from '@tracker/domain';
import { openVisit, raw, shared, type Sql, sql, statement } from '@tracker/server';
import { HAS_PROPOSED, nextVisitOn, unloggedOn } from '../schools/school.queries';

/** The hold of a school of `p` (priority_scores) that is in force. @param today SQL for the day, as below */
const holdInForce = (today: Sql): Sql => sql`
  LEFT JOIN queue_holds h
    ON h.school_id = p.school_id AND h.lifted_at IS NULL AND h.until_on >= ${today}::date`;

/**
 * Rule 10 in SQL; `compareInQueue` is the rule, and a test holds the two together. Of `p`
 * (priority_scores), `s` (schools) and `h` (the hold in force). Hold, band and score (at most 100)
 * are one number: all schools are sorted, and comparing one is quicker than comparing four.
 */
const QUEUE_ORDER = raw(`
  (CASE h.kind WHEN 'pin' THEN 0 WHEN 'snooze' THEN 20 ELSE 10 END + p.band) * 1000::float8
    - p.score::float8,
  p.last_visited_on ASC NULLS FIRST, s.name COLLATE "und-x-icu", s.id`);

const FOUND_BY = raw(`p.school_id, p.state, p.band, p.score, p.last_visited_on, p.months_since,
    h.id AS hold_id, h.kind`);

/** Every school in scope with its place and what it is found by. */
const ranked = (today: Sql): Sql => sql`(
  SELECT ${FOUND_BY}, row_number() OVER (ORDER BY ${QUEUE_ORDER}) AS rank
  FROM priority_scores p
  JOIN schools s ON s.id = p.school_id${holdInForce(today)}
)`;

/** `r` with its school `s`: what the conditions and orders of the list speak of. */
export const selectRanked = (today: Sql): Sql => sql`
  SELECT r.*, ${nextVisitOn(today)} AS "nextVisitOn"
  FROM ${ranked(today)} r LEFT JOIN schools s ON s.id = r.school_id`;

/** As many rows without their places, which no condition asks of. */
export const countedQueue = (today: Sql): Sql => sql`
  SELECT r.school_id
  FROM (SELECT ${FOUND_BY} FROM priority_scores p${holdInForce(today)}) r
  LEFT JOIN schools s ON s.id = r.school_id`;

/**
 * The contract's entries. The factors are the bulk of a score: they are joined last, for the rows
 * that are shown.
 *
 * @param some of the ranked, in brackets
 */
export const selectQueue = (today: Sql, some = ranked(today)): Sql => sql`
  SELECT s.id, s.version, s.created_at AS "createdAt", p.scored_at AS "updatedAt",
    r.rank::int AS rank, s.id AS "schoolId", s.urn, s.name, s.town, s.district, s.phase,
    s.fsm_percent AS "fsmPercent", s.region_id AS "regionId", p.state, p.band, p.score, p.factors,
    p.last_visited_on AS "lastVisitedOn", p.months_since AS "monthsSince",
    ${nextVisitOn(today)} AS "nextVisitOn", ${unloggedOn(today)} AS "unloggedOn", ${HAS_PROPOSED} AS proposed,
    coalesce(h.kind = 'pin', false) AS pinned,
    CASE WHEN h.kind = 'snooze' THEN h.until_on END AS "snoozedUntil",
    CASE WHEN h.id IS NULL THEN NULL ELSE json_build_object('id', h.id, 'schoolId', h.school_id,
      'kind', h.kind, 'reason', h.reason, 'untilOn', h.until_on, 'createdById', h.created_by_id,
      'createdByName', (SELECT name FROM users u WHERE u.id = h.created_by_id),
      'createdAt', h.created_at) END AS hold,
    p.scored_at AS "scoredAt",
    EXISTS (SELECT FROM stale_scores t WHERE t.school_id = s.id) AS stale
  FROM ${some} r
  JOIN priority_scores p ON p.school_id = r.school_id
  JOIN schools s ON s.id = r.school_id
  LEFT JOIN queue_holds h ON h.id = r.hold_id`;

export type QueueRow = Omit<QueueEntry, 'booked'>;

export const READ_RANK = statement(
  'priority-queue.read',
  (schoolId: string, today: Day) => sql<QueueRow>`
  ${selectQueue(shared(today))} WHERE s.id = ${schoolId}`,
);

/** Whose a school is, of the row `s`: whoever is to visit it, else the lead of its region. */
export function ownedBy(person: unknown): Sql {
  const userId = shared(person);
  return sql`
  s.id IN (
    SELECT v.school_id FROM visits v WHERE v.visitor_id = ${userId} AND ${openVisit()}
    UNION ALL
    SELECT o.id FROM schools o JOIN regions r ON r.id = o.region_id
    WHERE r.lead_user_id = ${userId} AND NOT EXISTS (
      SELECT FROM visits v
      WHERE v.school_id = o.id AND ${openVisit()} AND v.visitor_id IS NOT NULL))`;
}
