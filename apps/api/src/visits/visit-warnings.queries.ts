import { agreedVisit, countingVisit, openVisit } from '@tracker/server';

/** What speaks of a school: closed, followed by whom, visited when. $1 its id, $2 kinds not counting. */
export const SCHOOL_TO_VISIT = `
  SELECT s.name, s.status = 'closed' AS closed, s.closed_on AS "closedOn",
    ARRAY(SELECT n.name FROM school_lineage l JOIN schools n ON n.id = l.school_id
      WHERE l.ancestor_id = s.id AND l.school_id <> s.id AND n.status <> 'closed'
      ORDER BY n.name) AS "successorNames",
    ARRAY(SELECT v.visited_on::text FROM school_lineage l
      JOIN visits v ON v.school_id = l.ancestor_id AND ${countingVisit('$2')}
      WHERE l.school_id = s.id
      ORDER BY v.visited_on) AS "countingVisitDays"
  FROM schools s WHERE s.id = $1`;

/** Where else a visitor goes on a day. $1 visitor, $2 day, $3 the visit that is asked about. */
export const OTHER_VISITS = `
  SELECT s.name AS "schoolName", v.start_time AS "startTime", u.name AS "visitorName"
  FROM visits v JOIN schools s ON s.id = v.school_id JOIN users u ON u.id = v.visitor_id
  WHERE v.visitor_id = $1 AND v.scheduled_on = $2::date AND ${agreedVisit()}
    AND v.start_time IS NOT NULL AND v.id IS DISTINCT FROM $3::uuid
  ORDER BY v.start_time, v.id`;

/** Visits of a school that are neither made nor called off. $1 the school, $2 the visit asked about. */
export const OPEN_VISITS = `
  SELECT v.status, v.scheduled_on AS "scheduledOn" FROM visits v
  WHERE v.school_id = $1 AND ${openVisit()}
    AND v.id IS DISTINCT FROM $2::uuid
  ORDER BY v.scheduled_on, v.id`;
