import type { Day } from '@tracker/domain';
import { raw, shared, sql, type Sql } from '../sql';

// What a row of `school_standings`, by default `t`, says on a day: the days kept are compared with it, so
// that nothing has to be written when a day is over. `today` is SQL for the day.

/** The day of a school's last counting visit (rules 4 and 5); one in the future is skipped. */
export const lastVisitOn = (today: Sql, t = 't'): Sql =>
  sql`CASE WHEN ${raw(t)}.last_visited_on > ${today}::date
    THEN (SELECT max(d) FROM unnest(${raw(t)}.visited_days) AS d WHERE d <= ${today}::date)
    ELSE ${raw(t)}.last_visited_on END`;

/** Whether that day lies between two, of which each may be left out. */
export function lastVisitWithin(
  { from = '-infinity', to = 'infinity' }: { from?: Day; to?: Day },
  today: Sql,
  t = 't',
): Sql {
  const [first, last] = [shared(from), shared(to)];
  // Each half is one that an index answers; only a visit in the future needs the second.
  return sql`((${raw(t)}.last_visited_on BETWEEN ${first}::date AND least(${last}::date, ${today}::date))
    OR (${raw(t)}.last_visited_on > ${today}::date
      AND ${lastVisitOn(today, t)} BETWEEN ${first}::date AND ${last}::date))`;
}

/** Whether there is no such day. */
export const neverVisited = (today: Sql, t = 't'): Sql =>
  sql`(${raw(t)}.last_visited_on IS NULL
    OR (${raw(t)}.last_visited_on > ${today}::date AND ${lastVisitOn(today, t)} IS NULL))`;

/** Whether it has a counting visit between two days, true or not: the latest one mostly says so. */
export const visitedWithin = (from: Sql, to: Sql, t = 't'): Sql =>
  sql`(${raw(t)}.last_visited_on >= ${from}::date AND (${raw(t)}.last_visited_on <= ${to}::date
    OR EXISTS (SELECT FROM unnest(${raw(t)}.visited_days) AS d
      WHERE d BETWEEN ${from}::date AND ${to}::date)))`;

/** The day of the next booked visit (rule 8). */
export const nextBookedOn = (today: Sql, t = 't'): Sql =>
  sql`CASE WHEN ${raw(t)}.first_agreed_on >= ${today}::date THEN ${raw(t)}.first_agreed_on
    WHEN ${raw(t)}.last_agreed_on >= ${today}::date
    THEN (SELECT min(d) FROM unnest(${raw(t)}.agreed_days) AS d WHERE d >= ${today}::date) END`;

/** The day of the latest visit nobody has logged (rule 8). */
export const latestUnloggedOn = (today: Sql, t = 't'): Sql =>
  sql`CASE WHEN ${raw(t)}.last_agreed_on < ${today}::date THEN ${raw(t)}.last_agreed_on
    WHEN ${raw(t)}.first_agreed_on < ${today}::date
    THEN (SELECT max(d) FROM unnest(${raw(t)}.agreed_days) AS d WHERE d < ${today}::date) END`;

/** Rule 8: a visit is booked. */
export const hasBooked = (today: Sql, t = 't'): Sql =>
  sql`${raw(t)}.last_agreed_on >= ${today}::date`;

/** Rule 8: somebody was to come, and nobody has said what came of it. */
export const hasUnlogged = (today: Sql, t = 't'): Sql =>
  sql`${raw(t)}.first_agreed_on < ${today}::date`;

/** A visit waits for a day. */
export const hasProposed = (t = 't'): Sql => raw(`${t}.proposed_visits > 0`);

/** No visit is planned. */
export const hasNothingPlanned = (t = 't'): Sql =>
  raw(`(${t}.last_agreed_on IS NULL AND ${t}.proposed_visits = 0)`);

/** How many actions are past the day by which they are due. */
export const overdueActions = (today: Sql, t = 't'): Sql =>
  sql`(SELECT count(*)::int FROM unnest(${raw(t)}.action_due_days) AS d WHERE d < ${today}::date)`;

/** The columns by which schools are found on a day. A visit in the future is skipped. */
export const standingsOn = (today: Sql): Sql => sql`(
  SELECT ${FOUND_BY}, t.last_visited_on FROM school_standings t
  WHERE (t.last_visited_on > ${today}::date) IS NOT TRUE
  UNION ALL
  SELECT ${FOUND_BY}, ${lastVisitOn(today)} FROM school_standings t
  WHERE t.last_visited_on > ${today}::date)`;
const FOUND_BY = raw(
  `t.school_id, t.visited_days, t.first_agreed_on, t.last_agreed_on, t.agreed_days, t.proposed_visits,
    t.plan_years, t.plan_looked_on, t.plan_look_result`,
);
