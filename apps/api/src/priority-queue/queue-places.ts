import type { Band } from '@tracker/domain';
import { nothing, raw, type Sql, sql } from '@tracker/data';

// Rule 10 in SQL; `compareInQueue` is the rule, and a test holds the two together. Band and score (at most
// 100) are one number, that an index has, and then the day of the last visit; the name says the rest. A
// hold moves a school before all others or behind them.
const PLACE = raw('((10 + p.band) * 1000::float8 - p.score::float8)');
const LAST_VISIT = raw(`coalesce(p.last_visited_on, '-infinity'::date)`);
const HELD_PLACE = sql`${PLACE} + CASE h.kind WHEN 'pin' THEN -10000 WHEN 'snooze' THEN 10000 ELSE 0 END`;
const NAME = (s: string) => raw(`${s}.name COLLATE "und-x-icu", ${s}.id`);

const FOUND_BY = raw(`p.school_id, p.state, p.band, p.score, p.last_visited_on, p.months_since`);

/** The hold of a school of `p` (priority_scores) that is in force. @param today SQL for the day, as below */
const holdInForce = (today: Sql): Sql =>
  sql`h.school_id = p.school_id AND h.lifted_at IS NULL AND h.until_on >= ${today}::date`;

/** `r`: every school that is ranked, its place and what it is found by. */
export const placed = (today: Sql): Sql => sql`(
  SELECT ${FOUND_BY}, h.id AS hold_id, h.kind, ${HELD_PLACE} AS place, ${LAST_VISIT} AS last_visit
  FROM priority_scores p LEFT JOIN queue_holds h ON ${holdInForce(today)}
)`;

/** Those that somebody has pinned or snoozed; few, each looked up by itself. */
export const held = (today: Sql): Sql => sql`(
  SELECT ${FOUND_BY}, h.id AS hold_id, h.kind, ${HELD_PLACE} AS place, ${LAST_VISIT} AS last_visit,
    ${PLACE} AS own_place
  FROM queue_holds h CROSS JOIN LATERAL (
    SELECT * FROM priority_scores p WHERE ${holdInForce(today)} OFFSET 0) p
)`;

/** SQL for the first and the last place of a part of the queue; each may be left out. */
export interface Stretch {
  from?: Sql;
  to?: Sql;
}

/** All places of some bands. */
export function stretchOf(bands: readonly Band[]): Stretch {
  const [lowest, highest] = [Math.min(...bands), Math.max(...bands)];
  return {
    ...(lowest > 1 && { from: sql`${(10 + lowest) * 1000 - 100}::float8` }),
    ...(highest < 3 && { to: sql`${(10 + highest) * 1000}::float8` }),
  };
}

/** All others, in the order of the index. */
export const notHeld = (today: Sql, { from, to }: Stretch = {}): Sql => sql`(
  SELECT ${FOUND_BY}, NULL::uuid AS hold_id, NULL::text AS kind, ${PLACE} AS place,
    ${LAST_VISIT} AS last_visit
  FROM priority_scores p WHERE NOT EXISTS (SELECT FROM queue_holds h WHERE ${holdInForce(today)})
    ${from ? sql`AND ${PLACE} >= ${from}` : nothing} ${to ? sql`AND ${PLACE} <= ${to}` : nothing}
)`;

/** As many rows as `placed`, without their places, which no condition asks of. */
export const countedPlaces = (today: Sql): Sql => sql`(
  SELECT ${FOUND_BY}, h.kind FROM priority_scores p LEFT JOIN queue_holds h ON ${holdInForce(today)}
)`;

/** ORDER BY's text for the queue's own order, of `r` and its school `s`. */
export const queueOrder = (direction: 'ASC' | 'DESC'): string =>
  `r.place ${direction}, r.last_visit ${direction}, s.name COLLATE "und-x-icu" ${direction}, s.id ${direction}`;

/** All that are ranked, each with its rank. */
export const ranked = (today: Sql): Sql => sql`(
  SELECT r.*, row_number() OVER (ORDER BY ${raw(queueOrder('ASC'))}) AS rank
  FROM ${placed(today)} r JOIN schools s ON s.id = r.school_id
)`;

/** What is compared of those with a hold. */
const withHeld = (today: Sql): Sql => sql`held AS MATERIALIZED (
    SELECT h.place, h.own_place, h.last_visit, h.kind, n.name, n.id
    FROM ${held(today)} h JOIN schools n ON n.id = h.school_id)`;

const IS_BEFORE = sql`(h.last_visit, ${NAME('h')}) < (r.last_visit, ${NAME('s')})`;

/**
 * By how many the count of those before `r` differs from that by their own places, of `h`: a hold takes a
 * school from there to the front or the end.
 */
const MOVED_BY_HOLDS = sql`(
    SELECT count(*) FILTER (WHERE h.place < r.place OR (h.place = r.place AND ${IS_BEFORE}))
      - count(*) FILTER (WHERE h.own_place < r.place OR (h.own_place = r.place AND ${IS_BEFORE}))
    FROM held h)`;

/** Where the place of `r` begins: how many stand at those before it, whose counts are kept. */
const BEFORE_PLACE = sql`(
    SELECT coalesce(sum(q.schools), 0) FROM queue_places q WHERE q.place < r.place)`;

const BEFORE_AT_PLACE = sql`(
    SELECT count(*) FROM priority_scores p
    WHERE ${PLACE} = r.place AND ${LAST_VISIT} < r.last_visit)`;

/**
 * One that is placed, with its rank: one more than there are before it.
 *
 * @param one in brackets
 */
export const rankedOne = (today: Sql, one: Sql): Sql => sql`(
  WITH ${withHeld(today)}
  SELECT r.*, 1 + ${BEFORE_PLACE} + ${BEFORE_AT_PLACE} + ${MOVED_BY_HOLDS}
    + (SELECT count(*) FROM priority_scores p JOIN schools n ON n.id = p.school_id
      WHERE ${PLACE} = r.place AND ${LAST_VISIT} = r.last_visit AND (${NAME('n')}) < (${NAME('s')}))
    AS rank
  FROM ${one} r JOIN schools s ON s.id = r.school_id
)`;

/**
 * Some that are placed, each with its rank among all: where each place begins is summed up once for all of
 * them, and those that only their names tell apart are put into order once.
 *
 * @param some in brackets
 */
export const rankedSome = (today: Sql, some: Sql): Sql => sql`(
  WITH page AS MATERIALIZED ${some}, ${withHeld(today)},
  before AS (
    SELECT place, schools FROM (
      SELECT place, asked, sum(schools) OVER (ORDER BY place, asked DESC) AS schools
      FROM (
        SELECT place, schools, false AS asked FROM queue_places
        UNION ALL
        SELECT DISTINCT place, 0, true FROM page) places
    ) sums WHERE asked
  ), alike AS (
    SELECT p.school_id, a.place,
      row_number() OVER (PARTITION BY a.place, a.last_visit ORDER BY ${NAME('n')}) - 1 AS schools
    FROM (SELECT DISTINCT place, last_visit FROM page) a
    CROSS JOIN LATERAL (
      SELECT p.school_id FROM priority_scores p
      WHERE ${PLACE} = a.place AND ${LAST_VISIT} = a.last_visit OFFSET 0) p
    JOIN schools n ON n.id = p.school_id
  )
  SELECT r.*, 1 + before.schools + coalesce(alike.schools, 0) + ${BEFORE_AT_PLACE} + ${MOVED_BY_HOLDS}
    AS rank
  FROM page r JOIN schools s ON s.id = r.school_id
  JOIN before ON before.place = r.place
  LEFT JOIN alike ON alike.school_id = r.school_id AND alike.place = r.place
)`;

/**
 * WITH `start`: the last place that begins before a row of the whole queue, and how many without a hold
 * stand before it. Pins may stand before them all.
 *
 * @param offset which row, 0 the first
 */
export const withStart = (today: Sql, offset: number): Sql => sql`
  WITH ${withHeld(today)}, start AS MATERIALIZED (
    SELECT coalesce(max(place), '-infinity') AS place, coalesce(max(schools), 0)::int AS before
    FROM (
      SELECT place,
        before - (SELECT count(*) FROM held h WHERE h.own_place < begun.place) AS schools
      FROM (
        SELECT place, sum(sum(schools)) OVER (ORDER BY place) - sum(schools) AS before
        FROM queue_places GROUP BY place
      ) begun
    ) begun
    WHERE schools + (SELECT count(*) FROM held h WHERE h.kind = 'pin') <= ${offset}::int
  )`;
