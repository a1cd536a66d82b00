import type { Day, Place, PlannedVisit, UnavailableDays, VisitorToJudge } from '@tracker/domain';
import {
  agreedVisit,
  countingVisit,
  keepsPlace,
  offeredDays,
  openVisit,
  raw,
  shared,
  sql,
  statement,
} from '@tracker/data';

interface SchoolOfPlan {
  name: string;
  closed: boolean;
  closedOn: Day | null;
  successorNames: string[];
  countingVisitDays: Day[];
  phase: string | null;
  place: Place | null;
  neverWeekdays: number[];
  unavailable: UnavailableDays[];
}

/** Where a school lies, as JSON; null where the register does not say. @param of its alias */
const placeOf = (of: 's') => sql`CASE WHEN ${raw(of)}.northing IS NOT NULL THEN
    json_build_object('easting', ${raw(of)}.easting, 'northing', ${raw(of)}.northing) END`;

/** What speaks of a school: closed, followed by whom, visited when, what it has said of a day. */
export const SCHOOL_OF_PLAN = statement(
  'visits.school-to-visit',
  (id: string, kindsNotCounting: readonly string[], day: Day | null) => sql<SchoolOfPlan>`
  SELECT s.name, s.status = 'closed' AS closed, s.closed_on AS "closedOn",
    ARRAY(SELECT n.name FROM school_lineage l JOIN schools n ON n.id = l.school_id
      WHERE l.ancestor_id = s.id AND l.school_id <> s.id AND n.status <> 'closed'
      ORDER BY n.name) AS "successorNames",
    ARRAY(SELECT v.visited_on::text FROM school_lineage l
      JOIN visits v ON v.school_id = l.ancestor_id AND ${countingVisit(sql`${kindsNotCounting}`)}
      WHERE l.school_id = s.id
      ORDER BY v.visited_on) AS "countingVisitDays",
    s.phase, ${placeOf('s')} AS place, coalesce(a.never_weekdays, '{}') AS "neverWeekdays",
    coalesce((SELECT json_agg(json_build_object('from', d.from_day, 'to', d.to_day, 'why', d.why)
        ORDER BY d.from_day, d.id)
      FROM school_unavailable_days d
      WHERE d.school_id = s.id AND ${day}::date BETWEEN d.from_day AND d.to_day), '[]') AS unavailable
  FROM schools s LEFT JOIN school_availability a ON a.school_id = s.id
  WHERE s.id = ${id}`,
);

/** Where else a visitor goes on a day. @param exceptId the visit that is asked about */
export const OTHER_VISITS = statement(
  'visits.of-visitor-on-day',
  (visitorId: string, day: Day, exceptId: string | null) => sql<{
    schoolName: string;
    startTime: string | null;
    place: Place | null;
  }>`
  SELECT s.name AS "schoolName", v.start_time AS "startTime", ${placeOf('s')} AS place
  FROM visits v JOIN schools s ON s.id = v.school_id
  WHERE v.visitor_id = ${visitorId} AND v.scheduled_on = ${day}::date AND ${agreedVisit()}
    AND v.id IS DISTINCT FROM ${exceptId}::uuid
  ORDER BY v.start_time, v.id`,
);

interface SchoolAsking {
  schoolId: string;
  today: Day;
}

/** A visitor with what they can take, and how a day and its week are. @param exceptId as above */
export const VISITOR_OF_PLAN = statement(
  'visits.visitor-of-plan',
  (visitorId: string, asked: Day, exceptId: string | null, forSchool: SchoolAsking) => {
    const day = shared(asked);
    return sql<VisitorToJudge>`
  SELECT u.name, CASE WHEN c.id IS NOT NULL THEN json_build_object(
      'perDay', c.per_day, 'perWeek', c.per_week, 'weekdays', c.weekdays) END AS capacity,
    EXISTS (SELECT FROM visitor_absences b
      WHERE b.user_id = u.id AND ${day}::date BETWEEN b.from_day AND b.to_day) AS "isAway",
    EXISTS (SELECT FROM busy_days d WHERE d.user_id = u.id AND d.day = ${day}::date) AS "isBusy",
    (SELECT count(*)::int FROM visits v
      WHERE v.visitor_id = u.id AND ${agreedVisit()} AND v.id IS DISTINCT FROM ${exceptId}::uuid
        AND v.scheduled_on BETWEEN date_trunc('week', ${day}::date)::date
          AND date_trunc('week', ${day}::date)::date + 6) AS "weekVisits",
    ARRAY(SELECT s.name FROM day_offers o JOIN schools s ON s.id = o.school_id, ${offeredDays()}
      WHERE ${keepsPlace(sql`${forSchool.today}`)} AND d.date = ${day}::date AND d.visitor_id = u.id
        AND o.school_id <> ${forSchool.schoolId}::uuid ORDER BY s.name, o.id) AS "offeredTo"
  FROM users u LEFT JOIN visitor_capacities c ON c.user_id = u.id
  WHERE u.id = ${visitorId}`;
  },
  ['', '2024-11-20', null, { schoolId: '', today: '2024-11-20' }],
);

/** Visits of a school that are neither made nor called off. @param exceptId the visit asked about */
export const OPEN_VISITS = statement(
  'visits.open-at-school',
  (schoolId: string, exceptId: string | null) => sql<PlannedVisit>`
  SELECT v.status, v.scheduled_on AS "scheduledOn" FROM visits v
  WHERE v.school_id = ${schoolId} AND ${openVisit()}
    AND v.id IS DISTINCT FROM ${exceptId}::uuid
  ORDER BY v.scheduled_on, v.id`,
);
