import {
  agreedVisit,
  bookedVisit,
  countingKind,
  countingVisit,
  FSM_BAND_OF,
  GROUP_COLUMNS,
  inScopeOn,
  nothing,
  raw,
  REASON_ALIKE,
  recordedBy,
  type ScopeDay,
  shared,
  type Sql,
  sql,
  statement,
  unloggedVisit,
  VISIT_DAY,
  VISIT_REASON,
  visitWithSurvey,
  wasInScopeOn,
} from '@tracker/server';
import { type Day, lastVisitOverdueOn } from '@tracker/domain';

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

/** With every optional part in the statements. */
const SAMPLE: Counted = {
  scopeDay: { day: '2025-01-31', today: '2025-02-01', closedTypes: [] },
  kindsNotCounting: [],
  regionId: '00000000-0000-0000-0000-000000000000',
  year: { from: '2024-09-01', to: '2025-08-31' },
  cycle: { from: '2024-09-01', to: '2027-08-31' },
  backlogDays: ['2025-01-31'],
};

const visitedIn = ({ from, to }: Counted['year']): Sql =>
  sql`v.visited_on BETWEEN ${from}::date AND ${to}::date`;

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
const GROUPING_SETS = raw(
  `GROUPING SETS ((), ${GROUPS.split(', ')
    .map((column) => `(${column})`)
    .join(', ')})`,
);
const GROUPING_NAME = raw(`CASE grouping(${GROUPS}) ${Object.entries(GROUPED_BY)
  .map(([name, bits]) => `WHEN ${bits} THEN '${name}'`)
  .join(' ')} END AS grouping,
    coalesce(by_region::text, by_district, by_phase, by_type, by_band) AS key`);
const GROUP_VALUES = sql`${GROUP_COLUMNS.region} AS by_region, ${GROUP_COLUMNS.district} AS by_district,
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
export const COUNT_SCHOOLS = statement(
  'progress.schools',
  ({ scopeDay, kindsNotCounting, regionId, year, cycle, backlogDays }: Counted) => {
    const overdueUntil = backlogDays.map(lastVisitOverdueOn);
    const first = [year.from, cycle.from, ...overdueUntil].reduce((a, b) => (a < b ? a : b));
    const days = shared(backlogDays);
    const types = shared(scopeDay.closedTypes);
    const today = shared(scopeDay.today);
    return sql<SchoolFigures>`
    WITH school AS MATERIALIZED (
      SELECT s.id, s.in_scope, s.status, s.establishment_type, s.opened_on, s.closed_on,
        ${inScopeOn(scopeDay)} AS counts, ${GROUP_VALUES}
      FROM schools s
      WHERE (s.in_scope OR (s.status = 'closed' AND s.establishment_type = ANY (${types}::text[])))
        ${regionId ? sql`AND s.region_id = ${regionId}::uuid` : nothing}
    ), seen AS (
      SELECT l.school_id, bool_or(${visitedIn(year)}) AS visited, bool_or(${visitedIn(cycle)}) AS covered,
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
      WHERE ${bookedVisit(sql`${scopeDay.day}`)} ${onRecord(scopeDay)}
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

/** Of what is booked, that which was on record by a past day. */
const onRecord = ({ day, today }: ScopeDay): Sql =>
  day < today ? sql`AND ${recordedBy(sql`${day}`)}` : nothing;

export type VisitFigures = GroupRow & { visits: number; surveys: number };

/** Counting visits of the year by the groups of the schools that were visited (rule 12). */
export const COUNT_VISITS = statement(
  'progress.visits',
  ({ kindsNotCounting, regionId, year }: Counted) => sql<VisitFigures>`
    SELECT ${GROUPING_NAME}, count(*)::int AS visits, count(*) FILTER (WHERE surveyed)::int AS surveys
    FROM (
      SELECT ${GROUP_VALUES}, ${visitWithSurvey()} AS surveyed
      FROM visits v JOIN schools s ON s.id = v.school_id
      WHERE ${countingVisit(sql`${kindsNotCounting}`)}
        AND ${visitedIn(year)}
        ${regionId ? sql`AND s.region_id = ${regionId}::uuid` : nothing}
    ) visit
    GROUP BY ${GROUPING_SETS}`,
  [SAMPLE],
);

/** Visits on a day: counting ones up to the day counted as of, those booked from then on. */
export interface DayRow {
  day: Day;
  booked: boolean;
  visits: number;
}

/** The days of the year with visits, in order. @param closesOn its last */
export const COUNT_DAYS = statement(
  'progress.days',
  (
    { kindsNotCounting, regionId, year, scopeDay }: Counted,
    { opensOn, closesOn }: { opensOn: Day; closesOn: Day },
  ) => {
    const kinds = shared(kindsNotCounting);
    const region = regionId
      ? sql`AND v.school_id IN (SELECT id FROM schools WHERE region_id = ${shared(regionId)}::uuid)`
      : nothing;
    const bookedFrom = scopeDay.day > opensOn ? scopeDay.day : opensOn;
    return sql<DayRow>`
    SELECT v.visited_on AS day, false AS booked, count(*)::int AS visits
    FROM visits v WHERE ${countingVisit(kinds)} AND ${visitedIn(year)} ${region}
    GROUP BY v.visited_on
    UNION ALL
    SELECT v.scheduled_on, true, count(*)::int
    FROM visits v WHERE ${agreedVisit()} AND ${countingKind(kinds)}
      AND v.scheduled_on BETWEEN ${bookedFrom}::date AND ${closesOn}::date ${region}
      ${onRecord(scopeDay)}
    GROUP BY v.scheduled_on
    ORDER BY 1`;
  },
  [SAMPLE, { opensOn: SAMPLE.year.from, closesOn: SAMPLE.year.to }],
);

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
export const COUNT_OUTCOMES = statement(
  'progress.outcomes',
  ({ regionId, year, scopeDay }: Counted) => sql<OutcomeRow>`
    SELECT outcome, alike, mode() WITHIN GROUP (ORDER BY reason) AS reason, count(*)::int AS visits
    FROM (
      SELECT CASE v.status WHEN 'completed' THEN 'held' WHEN 'not_held' THEN 'not_held'
          WHEN 'cancelled' THEN 'cancelled_by_' || v.cancelled_by ELSE 'unlogged' END AS outcome,
        nullif(btrim(${VISIT_REASON}), '') AS reason, nullif(${REASON_ALIKE}, '') AS alike
      FROM visits v ${regionId ? raw('JOIN schools s ON s.id = v.school_id') : nothing}
      WHERE ${VISIT_DAY} BETWEEN ${year.from}::date AND ${year.to}::date
        AND (v.status IN ('completed', 'not_held')
          OR (v.status = 'cancelled' AND v.cancelled_by IS NOT NULL)
          OR ${unloggedVisit(sql`${scopeDay.day}`)})
        ${regionId ? sql`AND s.region_id = ${regionId}::uuid` : nothing}
    ) ended
    GROUP BY outcome, alike ORDER BY visits DESC, alike`,
  [SAMPLE],
);
