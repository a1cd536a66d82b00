import type { NearbySchool, VisitorLoad } from '@tracker/contract';
import type { AcademicYear, Day, DayRange, PlanLine, VisitStatus } from '@tracker/domain';
import {
  agreedVisit,
  bookedVisit,
  hasNothingPlanned,
  heldVisit,
  shared,
  sql,
  statement,
  VISIT_DAY,
} from '@tracker/data';

interface Span {
  from: Day;
  to: Day;
}

const spanShared = ({ from, to }: Span) => ({ from: shared(from), to: shared(to) });

interface LoadsAsked {
  days: Span;
  week: Span;
  term: Span;
  regionId: string | null;
}

/**
 * Everybody who can visit, with the visits of a week, of a term and by day. A visit is on the day it
 * took place, else on the day planned.
 */
export const VISITOR_LOADS = statement('planning.visitor-loads', (asked: LoadsAsked) => {
  const days = spanShared(asked.days);
  const week = spanShared(asked.week);
  const term = spanShared(asked.term);
  const regionId = shared(asked.regionId);
  return sql<VisitorLoad>`
  WITH asked AS (
    SELECT u.id, u.name FROM users u
    WHERE u.active AND u.role <> 'manager' AND (${regionId}::uuid IS NULL OR EXISTS (
      SELECT FROM user_regions r WHERE r.user_id = u.id AND r.region_id = ${regionId}::uuid))
  ), held AS (
    SELECT v.visitor_id, coalesce(v.visited_on, v.scheduled_on) AS day, count(*)::int AS visits
    FROM visits v
    WHERE coalesce(v.visited_on, v.scheduled_on)
        BETWEEN least(${days.from}::date, ${week.from}::date, ${term.from}::date)
          AND greatest(${days.to}::date, ${week.to}::date, ${term.to}::date)
      AND (${agreedVisit()} OR ${heldVisit()})
      AND v.visitor_id IN (SELECT id FROM asked)
    GROUP BY 1, 2
  )
  SELECT u.id, u.name,
    ARRAY(SELECT region_id FROM user_regions r WHERE r.user_id = u.id ORDER BY 1) AS "regionIds",
    coalesce(sum(h.visits) FILTER (
      WHERE h.day BETWEEN ${week.from}::date AND ${week.to}::date), 0)::int AS "weekVisits",
    coalesce(sum(h.visits) FILTER (
      WHERE h.day BETWEEN ${term.from}::date AND ${term.to}::date), 0)::int AS "termVisits",
    coalesce(json_agg(json_build_object('day', h.day, 'visits', h.visits) ORDER BY h.day)
      FILTER (WHERE h.day BETWEEN ${days.from}::date AND ${days.to}::date), '[]') AS days
  FROM asked u LEFT JOIN held h ON h.visitor_id = u.id
  GROUP BY u.id, u.name
  ORDER BY u.name COLLATE "und-x-icu", u.id`;
});

/** Days on which somebody has a visit. */
export const BUSY_DAYS = statement(
  'planning.busy-days',
  (visitorId: string, from: Day) => sql<{ day: Day }>`
  SELECT DISTINCT scheduled_on AS day FROM visits
  WHERE visitor_id = ${visitorId} AND ${bookedVisit(sql`${from}`, 'visits')}`,
);

/** A visitor with their weekdays, null where none are on record, and when they are away from a day on. */
export const VISITOR_TIME = statement(
  'planning.visitor-time',
  (id: string, from: Day) => sql<{ weekdays: number[] | null; away: DayRange[] }>`
  SELECT c.weekdays, coalesce((SELECT json_agg(json_build_object('from', a.from_day, 'to', a.to_day))
      FROM visitor_absences a WHERE a.user_id = u.id AND a.to_day >= ${from}::date), '[]') AS away
  FROM users u LEFT JOIN visitor_capacities c ON c.user_id = u.id
  WHERE u.id = ${id} AND u.active`,
);

export const IS_SCHOOL = statement(
  'planning.is-school',
  (id: string) => sql`SELECT FROM schools WHERE id = ${id}`,
);

/**
 * Schools near one that are due or have not been visited in three years, as ranked last, and have no visit
 * that is booked, proposed or waiting to be logged. The box is what the index answers; the order
 * inside it is by distance.
 *
 * @param metres to each side
 */
export const NEARBY_SCHOOLS = statement(
  'planning.nearby-schools',
  (schoolId: string, limit: number, metres: number) => {
    const side = shared(metres);
    return sql<NearbySchool>`
  SELECT s.id, s.urn, s.name, s.region_id AS "regionId", s.phase, s.town, p.state,
    p.last_visited_on AS "lastVisitedOn",
    round((point(s.easting, s.northing) <-> point(o.easting, o.northing))::numeric / 1000, 1)::float
      AS "distanceKm"
  FROM schools o
  JOIN schools s ON s.in_scope AND s.id <> o.id
    AND point(s.easting, s.northing) <@ box(
      point(o.easting - ${side}::int, o.northing - ${side}::int),
      point(o.easting + ${side}::int, o.northing + ${side}::int))
  JOIN school_standings t ON t.school_id = s.id
  JOIN priority_scores p ON p.school_id = s.id AND p.state IN ('never_visited', 'overdue', 'due')
  WHERE o.id = ${schoolId}
    AND ${hasNothingPlanned()}
  ORDER BY point(s.easting, s.northing) <-> point(o.easting, o.northing), s.name, s.id
  LIMIT ${limit}`;
  },
);

export const PLACE_OF_SCHOOL = statement(
  'planning.place-of-school',
  (id: string) => sql<{ urn: number; regionId: string | null }>`
  SELECT urn, region_id AS "regionId" FROM schools WHERE id = ${id}`,
);

/** Whether another visit was put on the day and visitor of a cancelled one, `v`, since. */
const PLACE_TAKEN = sql`EXISTS (SELECT FROM visits o JOIN visit_events e ON e.visit_id = o.id
  WHERE o.visitor_id = v.visitor_id AND o.scheduled_on = v.scheduled_on AND ${agreedVisit('o')}
    AND e.kind IN ('scheduled', 'rescheduled') AND e.scheduled_on = v.scheduled_on
    AND e.at > v.updated_at)`;

interface VisitToRefill {
  schoolId: string;
  status: VisitStatus;
  date: Day | null;
  visitorId: string | null;
  visitorName: string | null;
  /** Somebody has put another visit on that day of the visitor's since. */
  isTaken: boolean;
}

/** A visit that may have left a place free. */
export const VISIT_TO_REFILL = statement(
  'planning.visit-to-refill',
  (id: string) => sql<VisitToRefill>`
  SELECT v.school_id AS "schoolId", v.status, v.scheduled_on AS date, v.visitor_id AS "visitorId",
    u.name AS "visitorName", ${PLACE_TAKEN} AS "isTaken"
  FROM visits v LEFT JOIN users u ON u.id = v.visitor_id
  WHERE v.id = ${id}`,
);

interface FreedAsked {
  from: Day;
  /** The first day of the cancellations. */
  since: Day;
  /** Null for everybody's. */
  visitorId: string | null;
  most: number;
}

interface FreedPlaceOfVisit {
  visitId: string;
  schoolName: string;
  date: Day;
  visitorName: string;
}

/** Cancelled visits that have left a place free on a day to come, the next day first. */
export const FREED_PLACES = statement(
  'planning.freed-places',
  (asked: FreedAsked) => sql<FreedPlaceOfVisit>`
  SELECT v.id AS "visitId", s.name AS "schoolName", v.scheduled_on AS date, u.name AS "visitorName"
  FROM visits v JOIN schools s ON s.id = v.school_id JOIN users u ON u.id = v.visitor_id AND u.active
  WHERE v.status = 'cancelled' AND ${VISIT_DAY} >= ${asked.from}::date
    AND v.updated_at >= ${asked.since}::date
    AND (${asked.visitorId}::uuid IS NULL OR v.visitor_id = ${asked.visitorId}::uuid)
    AND NOT ${PLACE_TAKEN}
  ORDER BY v.scheduled_on, v.id LIMIT ${asked.most}`,
  [{ from: '2024-11-20', since: '2024-11-06', visitorId: null, most: 3 }],
);

/** A region with all others of those who look after it, whose days they are too; and those of a visitor. */
export const REGIONS_OF_TEAM = statement(
  'planning.regions-of-team',
  (regionId: string | null, visitorId: string | null) => {
    const [region, visitor] = [shared(regionId), shared(visitorId)];
    return sql<{ id: string }>`
  SELECT ${region}::uuid AS id WHERE ${region}::uuid IS NOT NULL
  UNION
  SELECT o.region_id FROM user_regions o WHERE o.user_id = ${visitor}::uuid OR o.user_id IN (
    SELECT r.user_id FROM user_regions r WHERE r.region_id = ${region}::uuid)
  ORDER BY 1`;
  },
);

/** What the plan of a year proposes. */
export const LINES_OF_YEAR = statement(
  'planning.lines-of-year',
  (year: AcademicYear) => sql<PlanLine>`
  SELECT s.urn, l.date, l.visitor_id AS "visitorId"
  FROM visit_plans p JOIN visit_plan_lines l ON l.plan_id = p.id JOIN schools s ON s.id = l.school_id
  WHERE p.academic_year = ${year} AND p.in_use AND l.status = 'proposed' ORDER BY l.date, s.urn`,
);
