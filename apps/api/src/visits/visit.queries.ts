/**
 * The contract's Visit, from `visits v`, `schools s`, `visit_outcomes o` and `users u`.
 * `academicYear` and `unlogged` are the rules' to say and are added afterwards.
 */
export const SELECT_VISIT = `
  SELECT v.id, v.version, v.created_at AS "createdAt", v.updated_at AS "updatedAt",
    v.school_id AS "schoolId", s.name AS "schoolName", s.region_id AS "regionId", v.kind, v.status,
    v.scheduled_on AS "scheduledOn", v.start_time AS "startTime", v.visitor_id AS "visitorId",
    coalesce(u.name, v.visitor_note) AS "visitorName", v.visited_on AS "visitedOn",
    v.cancelled_by AS "cancelledBy", v.cancel_reason AS "cancelReason",
    v.not_held_reason AS "notHeldReason",
    CASE WHEN o.visit_id IS NULL THEN NULL ELSE json_build_object(
      'metWith', o.met_with, 'summary', o.summary, 'loggedById', o.logged_by_id,
      'loggedAt', o.logged_at) END AS outcome
  FROM visits v
  JOIN schools s ON s.id = v.school_id
  LEFT JOIN users u ON u.id = v.visitor_id
  LEFT JOIN visit_outcomes o ON o.visit_id = v.id`;

/** The day a visit is sorted by and found under. */
export const VISIT_DAY = 'coalesce(v.visited_on, v.scheduled_on)';
