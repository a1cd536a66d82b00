import type { Day, DayRange, PlanSchool, VisitStatus } from '@tracker/domain';
import {
  agreedVisit,
  countingKind,
  heldVisit,
  keepsPlace,
  offeredDays,
  placeOfOffer,
} from '../rules-in-sql';
import { nothing, raw, shared, sql, statement } from '../sql';
import { lastVisitOn } from '../standings';

/** Of no region. */
export const NO_REGION = 'none';
const NONE = raw(`'${NO_REGION}'`);

export type PlanSchoolRow = Pick<
  PlanSchool,
  | 'urn'
  | 'name'
  | 'regionId'
  | 'phase'
  | 'fsmPercent'
  | 'easting'
  | 'northing'
  | 'lastVisitedOn'
  | 'score'
  | 'notOnWeekdays'
  | 'prefersWeekdays'
> & {
  id: string;
  isRanked: boolean;
  unavailable: (DayRange & { why: string })[];
  snoozed: { until: Day; by: string; why: string } | null;
  closesOn: Day | null;
};

interface SchoolsAsked {
  today: Day;
  year: DayRange;
  regionIds: readonly string[] | null;
  /** Of visits that are booked already, whose places are passed on the way. */
  bookedUrns: readonly number[];
}

/**
 * Schools in scope with all that a plan asks of them, without those booked for a later year, and those that
 * are booked whatever they are; by URN.
 */
export const PLAN_SCHOOLS = statement(
  'planning.schools',
  ({ today, year, regionIds, bookedUrns }: SchoolsAsked) => {
    const now = shared(today);
    const [from, to] = [shared(year.from), shared(year.to)];
    return sql<PlanSchoolRow>`
  SELECT s.id, s.urn, s.name, coalesce(s.region_id::text, ${NONE}) AS "regionId",
    coalesce(s.phase, '') AS phase, s.fsm_percent AS "fsmPercent", s.easting, s.northing,
    ${lastVisitOn(now)} AS "lastVisitedOn", coalesce(p.score, 0) AS score,
    p.school_id IS NOT NULL AS "isRanked",
    coalesce(a.never_weekdays, '{}') AS "notOnWeekdays",
    coalesce(a.wished_weekdays, '{}') AS "prefersWeekdays",
    coalesce(d.days, '[]') AS unavailable,
    CASE WHEN h.id IS NOT NULL THEN json_build_object('until', h.until_on,
      'by', coalesce(b.name, 'the tracker'), 'why', h.reason) END AS snoozed,
    CASE WHEN s.status = 'closing' THEN s.closed_on END AS "closesOn"
  FROM schools s
  LEFT JOIN school_standings t ON t.school_id = s.id
  LEFT JOIN priority_scores p ON p.school_id = s.id
  LEFT JOIN school_availability a ON a.school_id = s.id
  LEFT JOIN (
    SELECT school_id, json_agg(json_build_object('from', from_day, 'to', to_day, 'why', why)
      ORDER BY from_day, id) AS days
    FROM school_unavailable_days WHERE to_day >= ${from}::date AND from_day <= ${to}::date
    GROUP BY school_id
  ) d ON d.school_id = s.id
  LEFT JOIN queue_holds h ON h.school_id = s.id AND h.kind = 'snooze' AND h.lifted_at IS NULL
    AND h.until_on >= ${now}::date
  LEFT JOIN users b ON b.id = h.created_by_id
  WHERE (s.in_scope AND coalesce(t.last_agreed_on <= ${to}::date, true)
      ${regionIds ? sql`AND s.region_id = ANY (${regionIds}::uuid[])` : nothing})
    OR s.urn = ANY (${bookedUrns}::int[])
  ORDER BY s.urn`;
  },
  [
    {
      ...{ today: '2024-09-02', year: { from: '2024-09-01', to: '2025-08-31' } },
      ...{ regionIds: [], bookedUrns: [] },
    },
  ],
);

export interface FixedVisitRow {
  urn: number;
  regionId: string;
  date: Day;
  visitorId: string | null;
  /** Of a day that a school is offered, `offered` where it stands for the visit, `kept` for one more to choose from. */
  status: VisitStatus | 'offered' | 'kept';
  /** Of a kind that resets the clock. */
  counts: boolean;
}

interface FixedAsked {
  today: Day;
  kindsNotCounting: readonly string[];
  /** The school of whose offered days nothing is kept: they are its own. */
  ownSchoolId: string | null;
}

/**
 * Visits of a stretch of days, held or booked, by day, and days that schools are offered. One at a school that has closed is its successor's
 * (rule 5), where it has one.
 */
export const FIXED_VISITS = statement(
  'planning.fixed-visits',
  (days: DayRange, { today, kindsNotCounting, ownSchoolId }: FixedAsked) => {
    const [from, to, kinds] = [shared(days.from), shared(days.to), shared(kindsNotCounting)];
    return sql<FixedVisitRow>`
  SELECT coalesce(n.urn, s.urn) AS urn,
    coalesce(n.region_id::text, s.region_id::text, ${NONE}) AS "regionId",
    f.day AS date, f.visitor_id AS "visitorId", f.status, f.counts
  FROM (
    SELECT v.id, v.school_id, v.visitor_id, v.status, v.visited_on AS day,
      ${countingKind(kinds)} AS counts
    FROM visits v WHERE ${heldVisit()} AND v.visited_on BETWEEN ${from}::date AND ${to}::date
    UNION ALL
    SELECT v.id, v.school_id, v.visitor_id, v.status, v.scheduled_on, ${countingKind(kinds)}
    FROM visits v WHERE ${agreedVisit()} AND v.scheduled_on BETWEEN ${from}::date AND ${to}::date
    UNION ALL
    SELECT o.id, o.school_id, d.visitor_id, ${placeOfOffer(sql`${today}`)}, d.date, false
    FROM day_offers o, ${offeredDays()}
    WHERE ${keepsPlace(sql`${today}`)} AND d.date BETWEEN ${from}::date AND ${to}::date
      AND o.school_id IS DISTINCT FROM ${ownSchoolId}::uuid
  ) f
  JOIN schools s ON s.id = f.school_id
  LEFT JOIN LATERAL (
    SELECT o.urn, o.region_id FROM school_lineage l JOIN schools o ON o.id = l.school_id
    WHERE l.ancestor_id = s.id AND o.in_scope ORDER BY o.urn LIMIT 1
  ) n ON NOT s.in_scope
  ORDER BY f.day, 1, f.id`;
  },
  [
    { from: '2024-09-01', to: '2025-08-31' },
    { today: '2024-09-02', kindsNotCounting: [], ownSchoolId: null },
  ],
);

export interface PlanVisitorRow {
  id: string;
  name: string;
  regionIds: string[];
  /** Null, as all of the capacity, where nothing is on record. */
  perDay: number | null;
  perWeek: number | null;
  perHalfTerm: number | null;
  weekdays: number[] | null;
  easting: number | null;
  northing: number | null;
  away: DayRange[];
}

/** Everybody who looks after a region and may visit, by name. @param regionIds null for every region */
export const PLAN_VISITORS = statement(
  'planning.visitors',
  (days: DayRange, regionIds: readonly string[] | null) => sql<PlanVisitorRow>`
  SELECT u.id, u.name,
    ARRAY(SELECT r.region_id::text FROM user_regions r WHERE r.user_id = u.id ORDER BY 1)
      AS "regionIds",
    c.per_day AS "perDay", c.per_week AS "perWeek", c.per_half_term AS "perHalfTerm",
    c.weekdays, c.easting, c.northing,
    coalesce((SELECT json_agg(json_build_object('from', a.from_day, 'to', a.to_day)
        ORDER BY a.from_day, a.to_day)
      FROM (
        SELECT user_id, from_day, to_day FROM visitor_absences
        UNION ALL SELECT user_id, day, day FROM busy_days
      ) a
      WHERE a.user_id = u.id AND a.to_day >= ${days.from}::date AND a.from_day <= ${days.to}::date
    ), '[]') AS away
  FROM users u LEFT JOIN visitor_capacities c ON c.user_id = u.id
  WHERE u.active AND u.role <> 'manager' AND EXISTS (
    SELECT FROM user_regions r WHERE r.user_id = u.id
      ${regionIds ? sql`AND r.region_id = ANY (${regionIds}::uuid[])` : nothing})
  ORDER BY u.name COLLATE "und-x-icu", u.id`,
  [{ from: '2024-09-01', to: '2025-08-31' }, []],
);

/** Every region with its schools in scope, and those not visited in three years or due this year. */
export const PLAN_REGIONS = statement(
  'planning.regions',
  () => sql<{ id: string; name: string; weight: number; schools: number }>`
  SELECT r.id, r.name, count(p.school_id) FILTER (WHERE p.band < 3)::int AS weight,
    count(s.id)::int AS schools
  FROM regions r LEFT JOIN schools s ON s.region_id = r.id AND s.in_scope
  LEFT JOIN priority_scores p ON p.school_id = s.id
  GROUP BY r.id ORDER BY r.name COLLATE "und-x-icu", r.id`,
);
