import { agreedVisit, bookedVisit, heldVisit, openVisit } from '@tracker/server';

/**
 * Everybody who can visit, with the visits of a week, of a term and by day. A visit is on the day it
 * took place, else on the day planned. $1 and $2 the days asked for, $3 and $4 the week, $5 and $6 the
 * term, $7 a region or null.
 */
export const VISITOR_LOADS = `
  WITH asked AS (
    SELECT u.id, u.name FROM users u
    WHERE u.active AND u.role <> 'manager' AND ($7::uuid IS NULL OR EXISTS (
      SELECT FROM user_regions r WHERE r.user_id = u.id AND r.region_id = $7::uuid))
  ), held AS (
    SELECT v.visitor_id, coalesce(v.visited_on, v.scheduled_on) AS day, count(*)::int AS visits
    FROM visits v
    WHERE coalesce(v.visited_on, v.scheduled_on)
        BETWEEN least($1::date, $3::date, $5::date) AND greatest($2::date, $4::date, $6::date)
      AND (${agreedVisit()} OR ${heldVisit()})
      AND v.visitor_id IN (SELECT id FROM asked)
    GROUP BY 1, 2
  )
  SELECT u.id, u.name,
    ARRAY(SELECT region_id FROM user_regions r WHERE r.user_id = u.id ORDER BY 1) AS "regionIds",
    coalesce(sum(h.visits) FILTER (WHERE h.day BETWEEN $3::date AND $4::date), 0)::int
      AS "weekVisits",
    coalesce(sum(h.visits) FILTER (WHERE h.day BETWEEN $5::date AND $6::date), 0)::int
      AS "termVisits",
    coalesce(json_agg(json_build_object('day', h.day, 'visits', h.visits) ORDER BY h.day)
      FILTER (WHERE h.day BETWEEN $1::date AND $2::date), '[]') AS days
  FROM asked u LEFT JOIN held h ON h.visitor_id = u.id
  GROUP BY u.id, u.name
  ORDER BY u.name COLLATE "und-x-icu", u.id`;

/** Days on which somebody has a visit. $1 visitor, $2 the first day. */
export const BUSY_DAYS = `
  SELECT DISTINCT scheduled_on AS day FROM visits
  WHERE visitor_id = $1 AND ${bookedVisit('$2', 'visits')}`;

/**
 * Schools near $1 that are due or have not been visited in three years, as ranked last, and have no visit
 * that is booked, proposed or waiting to be logged. The box is what the index answers; the order
 * inside it is by distance. $2 how many, $3 metres to each side.
 */
export const NEARBY_SCHOOLS = `
  SELECT s.id, s.urn, s.name, s.region_id AS "regionId", s.phase, s.town, p.state,
    p.last_visited_on AS "lastVisitedOn",
    round((point(s.easting, s.northing) <-> point(o.easting, o.northing))::numeric / 1000, 1)::float
      AS "distanceKm"
  FROM schools o
  JOIN schools s ON s.in_scope AND s.id <> o.id
    AND point(s.easting, s.northing) <@ box(
      point(o.easting - $3::int, o.northing - $3::int), point(o.easting + $3::int, o.northing + $3::int))
  JOIN priority_scores p ON p.school_id = s.id AND p.state IN ('never_visited', 'overdue', 'due')
  WHERE o.id = $1
    AND NOT EXISTS (
      SELECT FROM visits v WHERE v.school_id = s.id AND ${openVisit('v')})
  ORDER BY point(s.easting, s.northing) <-> point(o.easting, o.northing), s.name, s.id
  LIMIT $2`;
