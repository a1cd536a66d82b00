import { raw, type Sql, sql } from '../sql';

// Pieces of SQL about the row `v` of `visits`.

/** The day a visit is sorted by and found under. */
export const VISIT_DAY = raw('coalesce(v.visited_on, v.scheduled_on)');

/** On record by the end of a day in Europe/London. @param day SQL for it */
export const recordedBy = (day: Sql): Sql =>
  sql`v.created_at < (${day}::date + 1)::timestamp AT TIME ZONE 'Europe/London'`;

/** Texts alike but for capitals and spaces are one; nobody tells more than 200 characters apart. */
export const alikeSql = (text: Sql): Sql =>
  sql`lower(left(btrim(regexp_replace(${text}, '\\s+', ' ', 'g')), 200))`;

/** Why a visit was cancelled, not held or made void. */
export const VISIT_REASON = sql`CASE v.status WHEN 'cancelled' THEN v.cancel_reason
  WHEN 'not_held' THEN v.not_held_reason WHEN 'void' THEN v.void_reason END`;
export const REASON_ALIKE = alikeSql(VISIT_REASON);
