import type { QueueEntry } from '@tracker/contract';
import { type Day, DEFAULT_PLAN_RULES, type PlanRules } from '@tracker/domain';
import {
  hasProposed,
  latestUnloggedOn,
  nextBookedOn,
  nothing,
  openVisit,
  planState,
  raw,
  shared,
  type Sql,
  sql,
  statement,
} from '@tracker/data';
import {
  countedPlaces,
  held,
  notHeld,
  placed,
  queueOrder,
  ranked,
  rankedOne,
  rankedSome,
  type Stretch,
  withStart,
} from './queue-places';

const WITH_SCHOOL = raw(`JOIN schools s ON s.id = r.school_id
  JOIN school_standings t ON t.school_id = r.school_id`);
const columnsOf = (today: Sql): Sql => sql`r.school_id, r.state, r.band, r.score, r.last_visited_on,
    r.months_since, r.hold_id, r.kind, r.place, r.last_visit, ${nextBookedOn(today)} AS "nextVisitOn"`;

/** `r` with its school `s` and its standing `t`: what the conditions and orders of the list speak of. */
export const selectPlaced = (today: Sql): Sql => sql`
  SELECT ${columnsOf(today)} FROM ${placed(today)} r ${WITH_SCHOOL}`;

/** Which of the queue are wanted. */
export interface Wanted {
  where: Sql;
  /** Where all of them are that have no hold. */
  stretch?: Stretch;
  most: number;
}

/**
 * As many of these as there are, or the first of the queue: those without a hold are read in the order of
 * the index, and none of them after the last one asked for.
 *
 * @param order the queue's
 */
export const firstPlaced = (today: Sql, order: string, { where, stretch, most }: Wanted): Sql =>
  inOrder(today, order, { where, rows: notHeld(today, stretch), most: sql`${most}` });

/** The same of the whole queue, with those left out that stand before the place of row `offset`. */
export const placedFrom = (today: Sql, offset: number, most: number): Sql => sql`
  ${withStart(today, offset)}
  ${inOrder(today, queueOrder('ASC'), {
    where: nothing,
    rows: notHeld(today, { from: raw('(SELECT place FROM start)') }),
    most: sql`(${most}::int - ${LEFT_OUT})`,
  })}`;

/** How many `placedFrom` leaves out. */
export const LEFT_OUT = raw('(SELECT before FROM start)');

const inOrder = (
  today: Sql,
  order: string,
  { where, rows, most }: { where: Sql; rows: Sql; most: Sql },
): Sql => sql`
  SELECT r.* FROM (
    (SELECT ${columnsOf(today)} FROM ${rows} r ${WITH_SCHOOL} ${where}
     ORDER BY ${raw(order)} LIMIT ${most})
    UNION ALL
    (SELECT ${columnsOf(today)} FROM ${held(today)} r ${WITH_SCHOOL} ${where})
  ) r JOIN schools s ON s.id = r.school_id`;

/** As many rows without their places, which no condition asks of. */
export const countedQueue = (today: Sql): Sql => sql`
  SELECT r.school_id
  FROM ${countedPlaces(today)} r
  LEFT JOIN schools s ON s.id = r.school_id
  LEFT JOIN school_standings t ON t.school_id = r.school_id`;

/** How many there are by what is counted of each place `r`. */
export const sumOfPlaces = (where: Sql): Sql => sql`
  SELECT coalesce(sum(r.schools), 0)::int AS total FROM queue_places r ${where}`;

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
 * @param before how many come before them where they are all that follow
 */
export function selectPage(today: Sql, plan: Sql, some: Sql, before?: number): Sql {
  if (before === undefined) {
    return selectEntries({ today, plan, from: rankedSome(today, some), rank: raw('r.rank') });
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
    const [id, today] = [shared(schoolId), shared(on)];
    const from = rankedOne(today, sql`(${selectPlaced(today)} WHERE r.school_id = ${id})`);
    return sql<QueueRow>`
  ${selectEntries({ today, plan: planState(on, rules), from, rank: raw('r.rank') })}`;
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
