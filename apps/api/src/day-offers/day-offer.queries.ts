import type { AcademicYear, Day, VisitStatus } from '@tracker/domain';
import { bookedVisit, openOffer, openPlanLine, shared, sql, statement } from '@tracker/data';

interface SchoolOfOffer {
  id: string;
  urn: number;
  name: string;
  /** Until when days that it was offered before can still be taken. */
  openUntil: Day | null;
  /** An agreed visit to come. */
  booked: { id: string; day: Day } | null;
}

/** Schools that days are to be offered to, in no order. */
export const SCHOOLS_OF_OFFERS = statement(
  'day-offers.schools',
  (ids: readonly string[], today: Day) => {
    const now = shared(today);
    return sql<SchoolOfOffer>`
  SELECT s.id, s.urn, s.name,
    (SELECT o.expires_on FROM day_offers o WHERE o.school_id = s.id AND ${openOffer(now)}) AS "openUntil",
    (SELECT json_build_object('id', v.id, 'day', v.scheduled_on) FROM visits v
      WHERE v.school_id = s.id AND ${bookedVisit(now)} ORDER BY v.scheduled_on, v.id LIMIT 1) AS booked
  FROM schools s WHERE s.id = ANY (${ids}::uuid[])`;
  },
);

/** What nobody answered in time is written down as such, to make room for another; and what was answered is seen to. */
export const SETTLE_EARLIER = statement(
  'day-offers.settle-earlier',
  (schoolId: string, today: Day, byId: string) => sql`
  UPDATE day_offers SET status = CASE WHEN status = 'sent' THEN 'expired' ELSE status END,
    handled_at = CASE WHEN status = 'sent' THEN handled_at ELSE now() END,
    handled_by_id = CASE WHEN status = 'sent' THEN handled_by_id ELSE ${byId}::uuid END,
    version = version + 1, updated_at = now()
  WHERE school_id = ${schoolId} AND (status = 'sent' AND expires_on < ${today}::date
    OR status IN ('none', 'proposed') AND handled_at IS NULL)`,
);

interface LineToTake {
  id: string;
  planId: string;
  academicYear: AcademicYear;
  visitorId: string;
}

/** The open line of a school in the plan in use of a year. */
export const LINE_OF_SCHOOL = statement(
  'day-offers.line-of-school',
  (schoolId: string, year: AcademicYear) => sql<LineToTake>`
  SELECT l.id, l.plan_id AS "planId", p.academic_year AS "academicYear", l.visitor_id AS "visitorId"
  FROM visit_plan_lines l JOIN visit_plans p ON p.id = l.plan_id AND p.in_use
  WHERE l.school_id = ${schoolId} AND p.academic_year = ${year} AND ${openPlanLine()}
    AND l.visit_id IS NULL`,
);

interface OpenVisitOfSchool {
  id: string;
  status: VisitStatus;
  day: Day | null;
}

/** Visits of a school that are proposed or agreed, held until the transaction ends. */
export const HOLD_OPEN_VISITS = statement(
  'day-offers.hold-open-visits',
  (schoolId: string, today: Day) => sql<OpenVisitOfSchool>`
  SELECT v.id, v.status, v.scheduled_on AS day FROM visits v
  WHERE v.school_id = ${schoolId} AND (v.status = 'proposed' OR ${bookedVisit(sql`${today}`)})
  ORDER BY v.scheduled_on NULLS LAST, v.created_at, v.id FOR UPDATE OF v`,
);
