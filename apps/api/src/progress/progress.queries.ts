import {
  agreedVisit,
  bookedVisit,
  countingKind,
  countingVisit,
  unloggedVisit,
  visitWithSurvey,
} from '@tracker/server';
import { type Day, lastVisitOverdueOn } from '@tracker/domain';
import { SqlConditions } from '../http/sql-conditions';
import { recordedBy } from '../schools/school.queries';
import { FSM_BAND_OF, GROUP_COLUMNS } from '../schools/school-filters';
import { inScopeOn, type ScopeDay, wasInScopeOn } from '../schools/school-scope-on';
import { alike, VISIT_DAY, VISIT_REASON } from '../visits/visit.queries';

/** A statement and what it binds. */
export interface Statement {
  sql: string;
  values: unknown[];
}

/** What the statements count. */
export interface Counted {
  scopeDay: ScopeDay;
  kindsNotCounting: readonly string[];
  regionId: string | null;
  /** First and last day, both inside, that count; `to` may lie before `from`. */
  year: { from: Day; to: Day };
  cycle: { from: Day; to: Day };
  /** The days on which the schools not visited in three years are counted, in order, at most 30. */
  backlogDays: readonly Day[];
}

/** The groupings; `GROUPING()` of the others is what tells them apart. */
const GROUPS = 'by_region, by_district, by_phase, by_type, by_band';
const GROUPED_BY = {
  all: 0b11111,
  region: 0b01111,
  district: 0b10111,
  phase: 0b11011,
  establishmentType: 0b11101,
  fsmBand: 0b11110,
} as const;
export type Grouping = keyof typeof GROUPED_BY;
const GROUPING_SETS = `GROUPING SETS ((), ${GROUPS.split(', ')
  .map((column) => `(${column})`)
  .join(', ')})`;
const GROUPING_NAME = `CASE grouping(${GROUPS}) ${Object.entries(GROUPED_BY)
  .map(([name, bits]) => `WHEN ${bits} THEN '${name}'`)
  .join(' ')} END AS grouping,
    coalesce(by_region::text, by_district, by_phase, by_type, by_band) AS key`;
const GROUP_VALUES = `${GROUP_COLUMNS.region} AS by_region, ${GROUP_COLUMNS.district} AS by_district,
      ${GROUP_COLUMNS.phase} AS by_phase, ${GROUP_COLUMNS.establishmentType} AS by_type,
      ${FSM_BAND_OF} AS by_band`;

/** A group of schools; `key` is null for all of them, and where a school's is not known. */
interface GroupRow {
  grouping: Grouping;
  key: string | null;
}

/** One row: of every group how many schools, and of every day the backlog. */
export interface SchoolFigures {
  groups: (GroupRow & {
    schoolsInScope: number;
    schoolsVisited: number;
    covered: number;
    booked: number;
    neither: number;
    notVisitedInThreeYears: number;
  })[];
  backlog: { day: Day; schools: number }[];
}

/**
 * What is counted in schools, in one pass: each school with what its visits and its predecessors' say
 * of it, then the groups and the backlog from these. Whether a visit keeps a school out of the backlog
 * on a day hangs on the days between which it lies (rule 7), and so on a stretch of the days asked
 * for: bit n of `recent` stands for the n-th of them.
 */
export function countSchools(counted: Counted): Statement {
  const { scopeDay, kindsNotCounting, regionId, year, cycle, backlogDays } = counted;
  const c = new SqlConditions();
  const overdueUntil = backlogDays.map(lastVisitOverdueOn);
  const first = [year.from, cycle.from, ...overdueUntil].reduce((a, b) => (a < b ? a : b));
  const days = c.bind('?::date[]', backlogDays);
  const bounds = c.bind('?::date[]', overdueUntil);
  const types = c.bind('?::text[]', scopeDay.closedTypes);
  const today = c.bind('?::date', scopeDay.today);
  const between = ({ from, to }: { from: Day; to: Day }) =>
    c.bind('v.visited_on BETWEEN ?::date AND ?::date', from, to);
  const sql = `
    WITH school AS MATERIALIZED (
      SELECT s.id, s.in_scope, s.status, s.establishment_type, s.opened_on, s.closed_on,
        ${inScopeOn(c, scopeDay)} AS counts, ${GROUP_VALUES}
      FROM schools s
      WHERE (s.in_scope OR (s.status = 'closed' AND s.establishment_type = ANY (${types})))
        ${regionId ? c.bind('AND s.region_id = ?::uuid', regionId) : ''}
    ), seen AS (
      SELECT l.school_id, bool_or(${between(year)}) AS visited, bool_or(${between(cycle)}) AS covered,
        bit_or(((1 << width_bucket(v.visited_on - 1, ${bounds})) - 1)
          & ~((1 << width_bucket(v.visited_on - 1, ${days})) - 1)) AS recent
      FROM visits v
      JOIN school_lineage l ON l.ancestor_id = v.school_id
      ${regionId ? 'JOIN school ON school.id = l.school_id' : ''}
      WHERE ${c.bind(countingVisit('?'), kindsNotCounting)}
        AND ${between({ from: first, to: scopeDay.day })}
      GROUP BY l.school_id
    ), booked AS (
      SELECT DISTINCT v.school_id FROM visits v
      WHERE ${c.bind(bookedVisit('?'), scopeDay.day)} ${onRecord(c, scopeDay)}
    ), known AS MATERIALIZED (
      SELECT s.*, coalesce(seen.visited, false) AS visited, coalesce(seen.covered, false) AS covered,
        booked.school_id IS NOT NULL AS booked, coalesce(seen.recent, 0) AS recent
      FROM school s
      LEFT JOIN seen ON seen.school_id = s.id
      LEFT JOIN booked ON booked.school_id = s.id
    ), figures AS (
      SELECT ${GROUPING_NAME},
        count(*) AS "schoolsInScope",
        count(*) FILTER (WHERE visited) AS "schoolsVisited",
        count(*) FILTER (WHERE covered) AS covered,
        count(*) FILTER (WHERE NOT covered AND booked) AS booked,
        count(*) FILTER (WHERE NOT covered AND NOT booked) AS neither,
        count(*) FILTER (WHERE recent >> ${backlogDays.length - 1} = 0) AS "notVisitedInThreeYears"
      FROM known WHERE counts GROUP BY ${GROUPING_SETS}
    ), backlog AS (
      SELECT d.day, count(*) FILTER (WHERE (s.recent >> (d.place::int - 1)) & 1 = 0
        AND CASE WHEN d.day >= ${today} THEN s.in_scope ELSE ${wasInScopeOn('d.day', types)} END
        ) AS schools
      FROM unnest(${days}) WITH ORDINALITY AS d (day, place) LEFT JOIN known s ON true
      GROUP BY d.day
    )
    SELECT (SELECT coalesce(json_agg(f), '[]') FROM figures f) AS groups,
      (SELECT coalesce(json_agg(b ORDER BY b.day), '[]') FROM backlog b) AS backlog`;
  return { sql, values: c.values };
}

/** Of what is booked, that which was on record by a past day. */
const onRecord = (c: SqlConditions, { day, today }: ScopeDay): string =>
  day < today ? `AND ${recordedBy(c.bind('?::date', day))}` : '';

export type VisitFigures = GroupRow & { visits: number; surveys: number };

/** Counting visits of the year by the groups of the schools that were visited (rule 12). */
export function countVisits({ kindsNotCounting, regionId, year }: Counted): Statement {
  const c = new SqlConditions();
  const sql = `
    SELECT ${GROUPING_NAME}, count(*)::int AS visits, count(*) FILTER (WHERE surveyed)::int AS surveys
    FROM (
      SELECT ${GROUP_VALUES}, ${visitWithSurvey()} AS surveyed
      FROM visits v JOIN schools s ON s.id = v.school_id
      WHERE ${c.bind(countingVisit('?'), kindsNotCounting)}
        AND ${c.bind('v.visited_on BETWEEN ?::date AND ?::date', year.from, year.to)}
        ${regionId ? c.bind('AND s.region_id = ?::uuid', regionId) : ''}
    ) visit
    GROUP BY ${GROUPING_SETS}`;
  return { sql, values: c.values };
}

/** Visits on a day: counting ones up to the day counted as of, those booked from then on. */
export interface DayRow {
  day: Day;
  booked: boolean;
  visits: number;
}

/** The days of the year with visits, in order. @param closesOn its last */
export function countDays(
  { kindsNotCounting, regionId, year, scopeDay }: Counted,
  { opensOn, closesOn }: { opensOn: Day; closesOn: Day },
): Statement {
  const c = new SqlConditions();
  const kinds = c.bind('?', kindsNotCounting);
  const region = regionId
    ? c.bind('AND v.school_id IN (SELECT id FROM schools WHERE region_id = ?::uuid)', regionId)
    : '';
  const bookedFrom = scopeDay.day > opensOn ? scopeDay.day : opensOn;
  const sql = `
    SELECT v.visited_on AS day, false AS booked, count(*)::int AS visits
    FROM visits v WHERE ${countingVisit(kinds)}
      AND ${c.bind('v.visited_on BETWEEN ?::date AND ?::date', year.from, year.to)} ${region}
    GROUP BY v.visited_on
    UNION ALL
    SELECT v.scheduled_on, true, count(*)::int
    FROM visits v WHERE ${agreedVisit()} AND ${countingKind(kinds)}
      AND ${c.bind('v.scheduled_on BETWEEN ?::date AND ?::date', bookedFrom, closesOn)} ${region}
      ${onRecord(c, scopeDay)}
    GROUP BY v.scheduled_on
    ORDER BY 1`;
  return { sql, values: c.values };
}

/** Visits that ended alike and, where they were not held, for a like reason. */
export interface OutcomeRow {
  outcome: 'held' | 'cancelled_by_school' | 'cancelled_by_hub' | 'not_held' | 'unlogged';
  /** As most people wrote it; null where nothing was written. */
  reason: string | null;
  /** What the same reasons have in common. */
  alike: string | null;
  visits: number;
}

/** Visits whose day was in the year, by what became of them. */
export function countOutcomes({ regionId, year, scopeDay }: Counted): Statement {
  const c = new SqlConditions();
  const sql = `
    SELECT outcome, alike, mode() WITHIN GROUP (ORDER BY reason) AS reason, count(*)::int AS visits
    FROM (
      SELECT CASE v.status WHEN 'completed' THEN 'held' WHEN 'not_held' THEN 'not_held'
          WHEN 'cancelled' THEN 'cancelled_by_' || v.cancelled_by ELSE 'unlogged' END AS outcome,
        nullif(btrim(${VISIT_REASON}), '') AS reason, nullif(${alike(VISIT_REASON)}, '') AS alike
      FROM visits v ${regionId ? 'JOIN schools s ON s.id = v.school_id' : ''}
      WHERE ${c.bind(`${VISIT_DAY} BETWEEN ?::date AND ?::date`, year.from, year.to)}
        AND (v.status IN ('completed', 'not_held')
          OR (v.status = 'cancelled' AND v.cancelled_by IS NOT NULL)
          OR ${c.bind(unloggedVisit('?'), scopeDay.day)})
        ${regionId ? c.bind('AND s.region_id = ?::uuid', regionId) : ''}
    ) ended
    GROUP BY outcome, alike ORDER BY visits DESC, alike`;
  return { sql, values: c.values };
}
