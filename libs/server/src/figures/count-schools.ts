import { type Day, lastVisitOverdueOn } from '@tracker/domain';
import { bookedVisit, countingVisit } from '../rules-in-sql';
import { inScopeOn, wasInScopeOn } from '../schools';
import { nothing, raw, shared, sql, statement } from '../sql';
import type { GroupFigures } from './group-figures';
import { GROUP_OF_ROW, GROUP_VALUES, GROUPING_SETS, type GroupRow } from './groupings';
import { bookedByThen, type Counted, SAMPLE, visitedIn } from './what-is-counted';

/** One row: of every group how many schools, and of every day the backlog. */
export interface CountedSchools {
  groups: (GroupRow & Omit<GroupFigures, 'visits' | 'surveys'>)[];
  backlog: { day: Day; schools: number }[];
}

/**
 * What is counted in schools, in one pass: each school with what its visits and its predecessors' say
 * of it, then the groups and the backlog from these. Whether a visit keeps a school out of the backlog
 * on a day hangs on the days between which it lies (rule 7), and so on a stretch of the days asked
 * for: bit n of `recent` stands for the n-th of them.
 */
export const COUNT_SCHOOLS = statement(
  'figures.schools',
  ({ scopeDay, kindsNotCounting, regionId, span, cycle, backlogDays }: Counted) => {
    const overdueUntil = backlogDays.map(lastVisitOverdueOn);
    const first = [span.from, cycle.from, ...overdueUntil].reduce((a, b) => (a < b ? a : b));
    const days = shared(backlogDays);
    const types = shared(scopeDay.closedTypes);
    const today = shared(scopeDay.today);
    return sql<CountedSchools>`
    WITH school AS MATERIALIZED (
      SELECT s.id, s.in_scope, s.status, s.establishment_type, s.opened_on, s.closed_on,
        ${inScopeOn(scopeDay)} AS counts, ${GROUP_VALUES}
      FROM schools s
      WHERE (s.in_scope OR (s.status = 'closed' AND s.establishment_type = ANY (${types}::text[])))
        ${regionId ? sql`AND s.region_id = ${regionId}::uuid` : nothing}
    ), seen AS (
      SELECT l.school_id, bool_or(${visitedIn(span)}) AS visited, bool_or(${visitedIn(cycle)}) AS covered,
        bit_or(((1 << width_bucket(v.visited_on - 1, ${overdueUntil}::date[])) - 1)
          & ~((1 << width_bucket(v.visited_on - 1, ${days}::date[])) - 1)) AS recent
      FROM visits v
      JOIN school_lineage l ON l.ancestor_id = v.school_id
      ${regionId ? raw('JOIN school ON school.id = l.school_id') : nothing}
      WHERE ${countingVisit(sql`${kindsNotCounting}`)}
        AND ${visitedIn({ from: first, to: scopeDay.day })}
      GROUP BY l.school_id
    ), booked AS (
      SELECT DISTINCT v.school_id FROM visits v
      WHERE ${bookedVisit(sql`${scopeDay.day}`)} ${bookedByThen(scopeDay)}
    ), known AS MATERIALIZED (
      SELECT s.*, coalesce(seen.visited, false) AS visited, coalesce(seen.covered, false) AS covered,
        booked.school_id IS NOT NULL AS booked, coalesce(seen.recent, 0) AS recent
      FROM school s
      LEFT JOIN seen ON seen.school_id = s.id
      LEFT JOIN booked ON booked.school_id = s.id
    ), figures AS (
      SELECT ${GROUP_OF_ROW},
        count(*) AS "schoolsInScope",
        count(*) FILTER (WHERE visited) AS "schoolsVisited",
        count(*) FILTER (WHERE covered) AS covered,
        count(*) FILTER (WHERE NOT covered AND booked) AS booked,
        count(*) FILTER (WHERE NOT covered AND NOT booked) AS neither,
        count(*) FILTER (WHERE recent >> ${raw(String(backlogDays.length - 1))} = 0) AS "notVisitedInThreeYears"
      FROM known WHERE counts GROUP BY ${GROUPING_SETS}
    ), backlog AS (
      SELECT d.day, count(*) FILTER (WHERE (s.recent >> (d.place::int - 1)) & 1 = 0
        AND CASE WHEN d.day >= ${today}::date THEN s.in_scope ELSE ${wasInScopeOn(raw('d.day'), types)} END
        ) AS schools
      FROM unnest(${days}::date[]) WITH ORDINALITY AS d (day, place) LEFT JOIN known s ON true
      GROUP BY d.day
    )
    SELECT (SELECT coalesce(json_agg(f), '[]') FROM figures f) AS groups,
      (SELECT coalesce(json_agg(b ORDER BY b.day), '[]') FROM backlog b) AS backlog`;
  },
  [SAMPLE],
);
