import type { QueueEntry } from '@tracker/contract';
import { type Day, DEFAULT_PLAN_RULES, type PlanRules } from '@tracker/domain';
import {
  hasProposed,
  latestUnloggedOn,
  nextBookedOn,
  openVisit,
  planState,
  raw,
  shared,
  type Sql,
  sql,
  statement,
} from '@tracker/data';

/** The hold of a school of `p` (priority_scores) that is in force. @param today SQL for the day, as below */
const holdInForce = (today: Sql): Sql =>
  sql`h.school_id = p.school_id AND h.lifted_at IS NULL AND h.until_on >= ${today}::date`;

// Rule 10 in SQL; `compareInQueue` is the rule, and a test holds the two together. Band and score (at most
// 100) are one number, that an index has, and then the day of the last visit; the name says the rest. A
// hold moves a school before all others or behind them.
const PLACE = raw('((10 + p.band) * 1000::float8 - p.score::float8)');
const LAST_VISIT = raw(`coalesce(p.last_visited_on, '-infinity'::date)`);
const HELD_PLACE = sql`${PLACE} + CASE h.kind WHEN 'pin' THEN -10000 WHEN 'snooze' THEN 10000 ELSE 0 END`;
const NAME = (s: string) => raw(`${s}.name COLLATE "und-x-icu", ${s}.id`);

const FOUND_BY = raw(`p.school_id, p.state, p.band, p.score, p.last_visited_on, p.months_since`);

/** `r`: every school that is ranked, its place and what it is found by. */
const placed = (today: Sql): Sql => sql`(
  SELECT ${FOUND_BY}, h.id AS hold_id, h.kind, ${HELD_PLACE} AS place, ${LAST_VISIT} AS last_visit
  FROM priority_scores p LEFT JOIN queue_holds h ON ${holdInForce(today)}
)`;

/** Those that somebody has pinned or snoozed; few, each looked up by itself. */
const held = (today: Sql): Sql => sql`(
  SELECT ${FOUND_BY}, h.id AS hold_id, h.kind, ${HELD_PLACE} AS place, ${LAST_VISIT} AS last_visit,
    ${PLACE} AS own_place
  FROM queue_holds h CROSS JOIN LATERAL (
    SELECT * FROM priority_scores p WHERE ${holdInForce(today)} OFFSET 0) p
)`;

/** All others: in the order of the index. */
const notHeld = (today: Sql): Sql => sql`(
  SELECT ${FOUND_BY}, NULL::uuid AS hold_id, NULL::text AS kind, ${PLACE} AS place,
    ${LAST_VISIT} AS last_visit
  FROM priority_scores p WHERE NOT EXISTS (SELECT FROM queue_holds h WHERE ${holdInForce(today)})
)`;

const WITH_SCHOOL = raw(`JOIN schools s ON s.id = r.school_id
  JOIN school_standings t ON t.school_id = r.school_id`);
const columnsOf = (today: Sql): Sql => sql`r.school_id, r.state, r.band, r.score, r.last_visited_on,
    r.months_since, r.hold_id, r.kind, r.place, r.last_visit, ${nextBookedOn(today)} AS "nextVisitOn"`;

/** ORDER BY's text for the queue's own order, of `r` and its school `s`. */
export const queueOrder = (direction: 'ASC' | 'DESC'): string =>
  `r.place ${direction}, r.last_visit ${direction}, s.name COLLATE "und-x-icu" ${direction}, s.id ${direction}`;

/** `r` with its school `s` and its standing `t`: what the conditions and orders of the list speak of. */
export const selectPlaced = (today: Sql): Sql => sql`
  SELECT ${columnsOf(today)} FROM ${placed(today)} r ${WITH_SCHOOL}`;

/**
 * As many of these as there are, or the first of the queue: those without a hold are read in the order of
 * the index, and none of them after the last one asked for.
 *
 * @param order the queue's
 * @param most how many are wanted at most
 */
export const firstPlaced = (today: Sql, order: string, where: Sql, most: number): Sql => sql`
  SELECT r.* FROM (
    (SELECT ${columnsOf(today)} FROM ${notHeld(today)} r ${WITH_SCHOOL} ${where}
     ORDER BY ${raw(order)} LIMIT ${most})
    UNION ALL
    (SELECT ${columnsOf(today)} FROM ${held(today)} r ${WITH_SCHOOL} ${where})
  ) r JOIN schools s ON s.id = r.school_id`;

/** As many rows without their places, which no condition asks of. */
export const countedQueue = (today: Sql): Sql => sql`
  SELECT r.school_id
  FROM (SELECT ${FOUND_BY}, h.kind
    FROM priority_scores p LEFT JOIN queue_holds h ON ${holdInForce(today)}) r
  LEFT JOIN schools s ON s.id = r.school_id
  LEFT JOIN school_standings t ON t.school_id = r.school_id`;

/** The rank of one `r` with its school `s`: one more than there are before it, counted by the index. */
const rankOf = (today: Sql): Sql => sql`(1
    + (SELECT count(*) FROM priority_scores p
      WHERE (${PLACE}, ${LAST_VISIT}) < (r.place, r.last_visit))
    + (SELECT count(*) FROM priority_scores p JOIN schools n ON n.id = p.school_id
      WHERE ${PLACE} = r.place AND ${LAST_VISIT} = r.last_visit AND (${NAME('n')}) < (${NAME('s')}))
    + (SELECT count(*) FILTER (WHERE (h.place, h.last_visit, ${NAME('n')})
          < (r.place, r.last_visit, ${NAME('s')}))
        - count(*) FILTER (WHERE (h.own_place, h.last_visit, ${NAME('n')})
          < (r.place, r.last_visit, ${NAME('s')}))
      FROM ${held(today)} h JOIN schools n ON n.id = h.school_id))`;

/** All that are ranked, each with its rank. */
const ranked = (today: Sql): Sql => sql`(
  SELECT r.*, row_number() OVER (ORDER BY ${raw(queueOrder('ASC'))}) AS rank
  FROM ${placed(today)} r JOIN schools s ON s.id = r.school_id
)`;

/**
 * The contract's entries, all of them.
 *
 * @param plan SQL for the state of a plan, as below
 */
export const selectQueue = (today: Sql, plan: Sql): Sql =>
  selectEntries({ today, plan, from: ranked(today), rank: raw('r.rank') });

/**
 * The contract's entries of some that are placed.
 *
 * @param some in brackets
 * @param before how many come before them where they are all that follow; otherwise everybody is numbered
 */
export function selectPage(today: Sql, plan: Sql, some: Sql, before?: number): Sql {
  if (before === undefined) {
    const from = sql`(
    SELECT f.*, a.rank
    FROM ${some} f JOIN ${ranked(today)} a ON a.school_id = f.school_id)`;
    return selectEntries({ today, plan, from, rank: raw('r.rank') });
  }
  const among = sql`row_number() OVER (ORDER BY ${raw(queueOrder('ASC'))})`;
  const rank = sql`(${before}::int + ${among})`;
  return selectEntries({ today, plan, from: some, rank });
}

interface Entries {
  today: Sql;
  plan: Sql;
  from: Sql;
  rank: Sql;
}

/** The factors are the bulk of a score: they are joined last, for the rows that are shown. */
const selectEntries = ({ today, plan, from, rank }: Entries): Sql => sql`
  SELECT s.id, s.version, s.created_at AS "createdAt", p.scored_at AS "updatedAt",
    ${rank}::int AS rank, s.id AS "schoolId", s.urn, s.name, s.town, s.district, s.phase,
    s.fsm_percent AS "fsmPercent", s.region_id AS "regionId", p.state, p.band, p.score, p.factors,
    p.last_visited_on AS "lastVisitedOn", p.months_since AS "monthsSince",
    ${nextBookedOn(today)} AS "nextVisitOn", ${latestUnloggedOn(today)} AS "unloggedOn",
    ${hasProposed()} AS proposed, ${plan} AS "planState",
    coalesce(h.kind = 'pin', false) AS pinned,
    CASE WHEN h.kind = 'snooze' THEN h.until_on END AS "snoozedUntil",
    CASE WHEN h.id IS NULL THEN NULL ELSE json_build_object('id', h.id, 'schoolId', h.school_id,
      'kind', h.kind, 'reason', h.reason, 'untilOn', h.until_on, 'createdById', h.created_by_id,
      'createdByName', (SELECT name FROM users u WHERE u.id = h.created_by_id),
      'createdAt', h.created_at) END AS hold,
    p.scored_at AS "scoredAt",
    EXISTS (SELECT FROM stale_scores o WHERE o.school_id = s.id) AS stale
  FROM ${from} r
  JOIN priority_scores p ON p.school_id = r.school_id
  JOIN schools s ON s.id = r.school_id
  JOIN school_standings t ON t.school_id = r.school_id
  LEFT JOIN queue_holds h ON h.id = r.hold_id`;

export type QueueRow = Omit<QueueEntry, 'booked'>;

export const READ_RANK = statement(
  'priority-queue.read',
  (schoolId: string, on: Day, rules: PlanRules) => {
    const today = shared(on);
    const from = sql`(${selectPlaced(today)} WHERE r.school_id = ${schoolId})`;
    return sql<QueueRow>`
  ${selectEntries({ today, plan: planState(on, rules), from, rank: rankOf(today) })}`;
  },
  ['00000000-0000-0000-0000-000000000000', '2024-11-20', DEFAULT_PLAN_RULES],
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
