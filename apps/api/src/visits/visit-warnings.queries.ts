import type { Day, PlannedVisit } from '@tracker/domain';
import { agreedVisit, countingVisit, openVisit, sql, statement } from '@tracker/data';

interface SchoolOfPlan {
  name: string;
  closed: boolean;
  closedOn: Day | null;
  successorNames: string[];
  countingVisitDays: Day[];
}

/** What speaks of a school: closed, followed by whom, visited when. */
export const SCHOOL_OF_PLAN = statement(
  'visits.school-to-visit',
  (id: string, kindsNotCounting: readonly string[]) => sql<SchoolOfPlan>`
  SELECT s.name, s.status = 'closed' AS closed, s.closed_on AS "closedOn",
    ARRAY(SELECT n.name FROM school_lineage l JOIN schools n ON n.id = l.school_id
      WHERE l.ancestor_id = s.id AND l.school_id <> s.id AND n.status <> 'closed'
      ORDER BY n.name) AS "successorNames",
    ARRAY(SELECT v.visited_on::text FROM school_lineage l
      JOIN visits v ON v.school_id = l.ancestor_id AND ${countingVisit(sql`${kindsNotCounting}`)}
      WHERE l.school_id = s.id
      ORDER BY v.visited_on) AS "countingVisitDays"
  FROM schools s WHERE s.id = ${id}`,
);

/** Where else a visitor goes on a day. @param exceptId the visit that is asked about */
export const OTHER_VISITS = statement(
  'visits.of-visitor-on-day',
  (visitorId: string, day: Day, exceptId: string | null) => sql<{
    schoolName: string;
    startTime: string;
    visitorName: string;
  }>`
  SELECT s.name AS "schoolName", v.start_time AS "startTime", u.name AS "visitorName"
  FROM visits v JOIN schools s ON s.id = v.school_id JOIN users u ON u.id = v.visitor_id
  WHERE v.visitor_id = ${visitorId} AND v.scheduled_on = ${day}::date AND ${agreedVisit()}
    AND v.start_time IS NOT NULL AND v.id IS DISTINCT FROM ${exceptId}::uuid
  ORDER BY v.start_time, v.id`,
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
