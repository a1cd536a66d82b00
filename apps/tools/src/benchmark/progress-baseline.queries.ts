/**
 * What somebody with psql would ask instead of the progress call: by region, district, phase, type and
 * free-school-meal band, and of all together, the schools in scope, those covered in the cycle, those
 * not visited in three years, and the counting visits of the year. $1 today, $2 the year's first day,
 * $3 the cycle's; with a region's id as $4 of that region alone.
 */
export const bareFigures = (ofRegion: boolean): string => {
  const region = ofRegion ? 'AND s.region_id = $4::uuid' : '';
  return `
  WITH seen AS (
    SELECT l.school_id, max(v.visited_on) AS last, bool_or(v.visited_on >= $3::date) AS covered
    FROM visits v JOIN school_lineage l ON l.ancestor_id = v.school_id
      ${ofRegion ? `JOIN schools s ON s.id = l.school_id ${region}` : ''}
    WHERE v.status = 'completed' AND v.visited_on <= $1::date
      AND v.visited_on >= $1::date - interval '3 years'
    GROUP BY l.school_id
  ), visited AS (
    SELECT school_id, count(*) AS visits FROM visits
    WHERE status = 'completed' AND visited_on BETWEEN $2::date AND $1::date GROUP BY school_id
  )
  SELECT s.region_id, s.district, s.phase, s.establishment_type, width_bucket(s.fsm_percent, 0, 50, 5),
    count(*) FILTER (WHERE s.in_scope) AS in_scope,
    count(*) FILTER (WHERE s.in_scope AND seen.covered) AS covered,
    count(*) FILTER (WHERE s.in_scope AND seen.last IS NULL) AS not_visited,
    sum(visited.visits) AS visits
  FROM schools s LEFT JOIN seen ON seen.school_id = s.id LEFT JOIN visited ON visited.school_id = s.id
  WHERE true ${region}
  GROUP BY GROUPING SETS ((), (s.region_id), (s.district), (s.phase), (s.establishment_type), (5))`;
};

/** $1 today. Visits to come at every 50th school, a third of them left unlogged. */
export const PLAN_VISITS = `
  INSERT INTO visits (school_id, kind, status, scheduled_on)
  SELECT id, 'cycle', 'scheduled', $1::date + (urn % 60) - 20
  FROM schools WHERE in_scope AND urn % 50 = 7`;

/** $1 today. Cancelled visits of this year at every 40th school, for one of twelve reasons. */
export const CANCEL_VISITS = `
  INSERT INTO visits (school_id, kind, status, scheduled_on, cancelled_by, cancel_reason)
  SELECT id, 'cycle', 'cancelled', $1::date - (urn % 60),
    CASE WHEN urn % 3 = 0 THEN 'hub' ELSE 'school' END, 'Reason ' || urn / 40 % 12
  FROM schools WHERE in_scope AND urn % 40 = 3`;

/** $1 a version of the survey, $2 today. Handed in at two of three visits of the last 400 days. */
export const HAND_IN_SURVEYS = `
  INSERT INTO survey_responses (school_id, survey_version_id, source, visit_id, answered_on, submitted_at)
  SELECT school_id, $1, 'visit', id, visited_on, now() FROM visits
  WHERE status = 'completed' AND visited_on > $2::date - 400 AND hashtext(id::text) % 3 <> 0`;
