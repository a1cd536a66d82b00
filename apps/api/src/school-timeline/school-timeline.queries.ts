/** Each kind of entry as SQL with the same columns; `line` are the school and those before it. */
const PARTS: Record<string, string> = {
  visit: `
    SELECT 'visit' AS kind, v.id AS ref, coalesce(v.visited_on, v.scheduled_on) AS day,
      v.created_at AS at, v.school_id, NULL::text AS what, NULL::text AS successor
    FROM visits v JOIN line ON line.id = v.school_id`,
  // An action counts from the visit at which it was agreed, else from when it was written down.
  action: `
    SELECT 'action', a.id,
      coalesce(v.visited_on, (a.created_at AT TIME ZONE 'Europe/London')::date),
      a.created_at, a.school_id, NULL, NULL
    FROM follow_up_actions a JOIN line ON line.id = a.school_id
    LEFT JOIN visits v ON v.id = a.visit_id`,
  opened: `
    SELECT 'register', line.id, line.opened_on, line.created_at, line.id, 'opened', NULL
    FROM line WHERE line.opened_on IS NOT NULL`,
  closed: `
    SELECT 'register', line.id, line.closed_on, line.created_at, line.id, 'closed', NULL
    FROM line WHERE line.closed_on IS NOT NULL`,
  became: `
    SELECT 'register', line.id, coalesce(k.established_on, line.closed_on, n.opened_on),
      line.created_at, line.id, 'became', n.name
    FROM line
    JOIN school_links k ON k.predecessor_urn = line.urn
    JOIN schools n ON n.urn = k.successor_urn
    WHERE coalesce(k.established_on, line.closed_on, n.opened_on) IS NOT NULL`,
};

/** Everything that happened to a school and those before it, of one school: binds its id. */
export const SELECT_TIMELINE = `
  SELECT t.kind, t.ref, t.day AS "on", t.school_id AS "schoolId", line.name AS "schoolName",
    t.what, t.successor
  FROM (
    WITH line AS (
      SELECT s.id, s.urn, s.opened_on, s.closed_on, s.created_at
      FROM school_lineage l JOIN schools s ON s.id = l.ancestor_id WHERE l.school_id = ?
    )
    ${Object.values(PARTS).join('\n    UNION ALL')}
  ) t
  JOIN schools line ON line.id = t.school_id`;
