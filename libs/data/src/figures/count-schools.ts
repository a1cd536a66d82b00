import { type Day, type FigureOf, lastVisitOverdueOn } from '@tracker/domain';
import { bookedVisit } from '../rules-in-sql';
import { inScopeOn, type ScopeDay, wasInScopeOn } from '../schools';
import { nothing, raw, shared, type Sql, sql, statement } from '../sql';
import { hasBooked, visitedWithin } from '../standings';
import {
  countedWhere,
  GROUP_OF_ROW,
  GROUP_VALUES,
  GROUPING_SETS,
  type GroupRow,
} from './groupings';
import { bookedByThen, type Counted, SAMPLE } from './what-is-counted';

/** Whether a visit to the school `s` is booked; on a past day what was on record by then says so. */
function bookedOn(scopeDay: ScopeDay): Sql {
  const day = shared(scopeDay.day);
  if (scopeDay.day >= scopeDay.today) return sql`coalesce(${hasBooked(day)}, false)`;
  return sql`EXISTS (SELECT FROM visits v
          WHERE v.school_id = s.id AND ${bookedVisit(day)} ${bookedByThen(scopeDay)})`;
}

/** One row: of every group how many schools, and of every day the backlog. */
export interface CountedSchools {
  groups: (GroupRow & Record<FigureOf<'schools'>, number>)[];
  backlog: { day: Day; schools: number }[];
}

/**
 * What is counted in schools, in one pass: each school with what its standing says of it, then the groups
 * and the backlog from these. Whether a visit keeps a school out of the backlog
 * on a day hangs on the days between which it lies (rule 7), and so on a stretch of the days asked
 * for: bit n of `recent` stands for the n-th of them.
 * Of a school last visited before all of them the last visit says everything. Schools that are alike in
 * all that the backlog asks are looked at once for each day.
 */
export const COUNT_SCHOOLS = statement(
  'figures.schools',
  ({ scopeDay, regionId, span, cycle, backlogDays }: Counted) => {
    const overdueUntil = backlogDays.map(lastVisitOverdueOn);
    const days = shared(backlogDays);
    const [from, to] = [shared(span.from), shared(span.to)];
    const [opens, closes] = [shared(cycle.from), shared(cycle.to)];
    const firstDay = shared(backlogDays[0]);
    const overdue = shared(overdueUntil);
    const daysOf = (visitedOn: string) =>
      sql`(((1 << width_bucket(${raw(visitedOn)} - 1, ${overdue}::date[])) - 1)
          & ~((1 << width_bucket(${raw(visitedOn)} - 1, ${days}::date[])) - 1))`;
    const booked = bookedOn(scopeDay);
    const types = shared(scopeDay.closedTypes);
    const today = shared(scopeDay.today);
    // Of a row of `known`, in the list of the figure's filter.
    const figures: Record<FigureOf<'schools'>, string> = {
      schoolsInScope: 'true',
      schoolsVisited: 'visited',
      covered: 'covered',
      booked: 'NOT covered AND booked',
      neither: 'NOT covered AND NOT booked',
      notVisitedInThreeYears: `recent >> ${backlogDays.length - 1} = 0`,
    };
    return sql<CountedSchools>`
    WITH school AS MATERIALIZED (
      SELECT s.id, s.in_scope, s.status, s.establishment_type, s.opened_on, s.closed_on,
        ${inScopeOn(scopeDay)} AS counts, ${GROUP_VALUES}
      FROM schools s
      WHERE (s.in_scope OR (s.status = 'closed' AND s.establishment_type = ANY (${types}::text[])))
        ${regionId ? sql`AND s.region_id = ${regionId}::uuid` : nothing}
    ), known AS MATERIALIZED (
      SELECT s.*, coalesce(${visitedWithin(from, to)}, false) AS visited,
        coalesce(${visitedWithin(opens, closes)}, false) AS covered, ${booked} AS booked,
        coalesce(CASE WHEN t.last_visited_on <= ${firstDay}::date THEN ${daysOf('t.last_visited_on')}
          ELSE (SELECT bit_or(${daysOf('d')}) FROM unnest(t.visited_days) AS d
            WHERE d <= ${shared(scopeDay.day)}::date) END, 0) AS recent
      FROM school s JOIN school_standings t ON t.school_id = s.id
    ), figures AS (
      SELECT ${GROUP_OF_ROW}, ${countedWhere(figures)}
      FROM known WHERE counts GROUP BY ${GROUPING_SETS}
    ), alike AS (
      SELECT recent, in_scope, status, CASE WHEN NOT in_scope THEN establishment_type END AS establishment_type,
        CASE WHEN opened_on > ${firstDay}::date THEN opened_on END AS opened_on,
        CASE WHEN NOT in_scope AND closed_on >= ${firstDay}::date THEN closed_on END AS closed_on,
        count(*) AS schools
      FROM known GROUP BY 1, 2, 3, 4, 5, 6
    ), backlog AS (
      SELECT d.day, coalesce(sum(s.schools) FILTER (WHERE (s.recent >> (d.place::int - 1)) & 1 = 0
        AND CASE WHEN d.day >= ${today}::date THEN s.in_scope ELSE ${wasInScopeOn(raw('d.day'), types)} END
        ), 0) AS schools
      FROM unnest(${days}::date[]) WITH ORDINALITY AS d (day, place) LEFT JOIN alike s ON true
      GROUP BY d.day
    )
    SELECT (SELECT coalesce(json_agg(f), '[]') FROM figures f) AS groups,
      (SELECT coalesce(json_agg(b ORDER BY b.day), '[]') FROM backlog b) AS backlog`;
  },
  [SAMPLE],
);
