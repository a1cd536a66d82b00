/** Rule 5: a visit still planned at a school that has closed meanwhile, of `visits v`, `schools s`. */
export const AT_CLOSED_SCHOOL = `(s.status = 'closed' AND v.status IN ('proposed', 'scheduled', 'confirmed'))`;

/** Schools that followed the visit's own and are not closed themselves. */
const SUCCESSORS = `(
  SELECT coalesce(json_agg(json_build_object('id', n.id, 'name', n.name) ORDER BY n.name, n.id), '[]')
  FROM school_lineage l JOIN schools n ON n.id = l.school_id AND n.status <> 'closed'
  WHERE l.ancestor_id = v.school_id AND l.school_id <> v.school_id)`;

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
      'loggedAt', o.logged_at) END AS outcome,
    ${AT_CLOSED_SCHOOL} AS "atClosedSchool",
    CASE WHEN ${AT_CLOSED_SCHOOL} THEN ${SUCCESSORS} ELSE '[]' END AS successors
  FROM visits v
  JOIN schools s ON s.id = v.school_id
  LEFT JOIN users u ON u.id = v.visitor_id
  LEFT JOIN visit_outcomes o ON o.visit_id = v.id`;

/** The day a visit is sorted by and found under. */
export const VISIT_DAY = 'coalesce(v.visited_on, v.scheduled_on)';
