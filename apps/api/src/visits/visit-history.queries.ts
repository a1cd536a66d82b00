import type { VisitEvent } from '@tracker/contract';
import { shared, type Sql, sql, statement } from '@tracker/data';

/**
 * How a visit came in, for one whose history was not kept from its first day: the audit trail knows.
 * A visit whose history is whole has an event of the instant it was created at.
 */
const created = (visitId: Sql): Sql => sql`
  SELECT v.id, v.id AS visit_id,
    CASE WHEN a.actor = 'import' THEN 'imported'
      WHEN a.changes ->> 'status' IN ('scheduled', 'confirmed') THEN 'scheduled'
      WHEN a.changes ->> 'status' = 'completed' THEN 'completed'
      ELSE 'proposed' END AS kind,
    v.created_at AS at, a.user_id AS by_id, NULL::text AS why, NULL::text AS cancelled_by,
    NULL::date AS scheduled_on_before, (a.changes ->> 'scheduled_on')::date AS scheduled_on,
    NULL::text AS start_time_before, a.changes ->> 'start_time' AS start_time,
    NULL::uuid AS visitor_id_before, (a.changes ->> 'visitor_id')::uuid AS visitor_id,
    NULL::uuid AS school_id_before, NULL::uuid AS school_id, '{}'::text[] AS overrode
  FROM visits v
  JOIN LATERAL (
    SELECT a.actor, a.user_id, a.changes FROM audit_entries a
    WHERE a.entity = 'visits' AND a.record_id = v.id::text AND a.action = 'created'
    ORDER BY a.id LIMIT 1
  ) AS a ON true
  WHERE v.id = ${visitId}
    AND NOT EXISTS (SELECT FROM visit_events e WHERE e.visit_id = v.id AND e.at <= v.created_at)`;

/** What happened to a visit, the first first. */
export const VISIT_HISTORY = statement('visits.history', (id: string) => {
  const visitId = shared(id);
  return sql<VisitEvent>`
  SELECT e.id, e.visit_id AS "visitId", e.kind, e.at, e.by_id AS "byId", b.name AS "byName", e.why,
    e.cancelled_by AS "cancelledBy", e.scheduled_on_before AS "scheduledOnBefore",
    e.scheduled_on AS "scheduledOn", e.start_time_before AS "startTimeBefore",
    e.start_time AS "startTime", e.visitor_id_before AS "visitorIdBefore",
    o.name AS "visitorNameBefore", e.visitor_id AS "visitorId", u.name AS "visitorName",
    s.name AS "schoolNameBefore", n.name AS "schoolName", e.overrode
  FROM (SELECT id, visit_id, kind, at, by_id, why, cancelled_by, scheduled_on_before, scheduled_on,
      start_time_before, start_time, visitor_id_before, visitor_id, school_id_before, school_id, overrode
    FROM visit_events WHERE visit_id = ${visitId}
    UNION ALL (${created(visitId)})) AS e
  LEFT JOIN users b ON b.id = e.by_id
  LEFT JOIN users o ON o.id = e.visitor_id_before
  LEFT JOIN users u ON u.id = e.visitor_id
  LEFT JOIN schools s ON s.id = e.school_id_before
  LEFT JOIN schools n ON n.id = e.school_id
  ORDER BY e.at, e.id`;
});

export const IS_VISIT = statement(
  'visits.exists',
  (id: string) => sql`SELECT FROM visits WHERE id = ${id}`,
);
